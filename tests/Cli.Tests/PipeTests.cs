using System.Diagnostics;
using Research.Data.Audio.Wav;

namespace Research.Cli.Tests;

/// <summary>What comes through a pipe is read like what lies in a file.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public PipeTests() =>
        WavWriter.Write(
            Wav,
            new Research.Data.Waveform([.. Enumerable.Range(0, 4000).Select(n => 0.3 * Math.Sin(0.2 * n))], 8000)
        );

    private string Wav => Path.Combine(_folder, "tone.wav");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("features mfcc - < tone.wav")]
    [InlineData("cat tone.wav | research features mfcc -")]
    [InlineData("cat tone.wav | research features mfcc /dev/stdin")]
    [InlineData("mkfifo pipe; cat tone.wav > pipe & research features mfcc pipe")]
    public void The_numbers_are_those_of_the_file(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are a shell's.");
        (int code, string output) = Shell(
            script.StartsWith("features", StringComparison.Ordinal) ? "research " + script : script
        );
        Assert.Equal(0, code);
        Assert.Equal(Tool.Run("features", "mfcc", Wav).Output, output);
    }

    [Fact]
    public void An_empty_pipe_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are a shell's.");
        Assert.Equal(22, Shell("research features mfcc - < /dev/null").Code);
    }

    private (int Code, string Output) Shell(string script)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "research.dll");
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"research() {{ dotnet '{tool}' \"$@\"; }}; {script}"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
