using System.ComponentModel;
using System.Diagnostics;

namespace Research.Cli.Models;

/// <summary>Other formats than WAV, read by the ffmpeg that a user may have installed.</summary>
internal static class Ffmpeg
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The file's sound as a WAV of 32-bit floats, its channels and rate as they are.</summary>
    /// <exception cref="InputException">ffmpeg is not there, or cannot read the file either.</exception>
    public static byte[] ToWav(string path)
    {
        var start = new ProcessStartInfo(Installed() ?? throw NotInstalled(path))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string argument in Arguments(path))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return RunAsync(start, path).GetAwaiter().GetResult();
        }
        catch (Win32Exception)
        {
            throw NotInstalled(path);
        }
    }

    // Looked for along PATH alone: a program of that name in the folder of a downloaded recording is not run.
    private static string? Installed() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))
            .FirstOrDefault(File.Exists);

    private static InputException NotInstalled(string path) =>
        new(
            InputProblem.NotAudio,
            $"{path}: is no WAV of PCM or float samples. Other formats are read through ffmpeg, which is not installed here: install it, or convert the file to WAV."
        );

    // A path that begins with '-' or looks like a protocol is still a path. A second more than a model hears shows that there is more.
    private static string[] Arguments(string path) =>
        [
            "-v",
            "error",
            "-nostdin",
            "-i",
            $"file:{path}",
            "-vn",
            "-t",
            $"{AudioInput.LongestSeconds + 1}",
            "-c:a",
            "pcm_f32le",
            "-f",
            "wav",
            "-",
        ];

    private static async Task<byte[]> RunAsync(ProcessStartInfo start, string path)
    {
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        using var bytes = new MemoryStream();
        try
        {
            Task<string> complaint = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardOutput.BaseStream.CopyToAsync(bytes, patience.Token);
            string said = await complaint;
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 && bytes.Length > 0
                ? bytes.ToArray()
                : throw new InputException(
                    InputProblem.NotAudio,
                    $"{path}: is no sound that can be read: no WAV file, and ffmpeg says: {LastLine(said)}"
                );
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InputException(
                InputProblem.NotAudio,
                $"{path}: ffmpeg did not finish within {Patience.TotalSeconds:0} s; convert the file to WAV."
            );
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "nothing";
}
