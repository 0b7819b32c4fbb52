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
        var start = new ProcessStartInfo("ffmpeg")
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
            throw new InputException(
                InputProblem.NotAudio,
                $"{path}: is no WAV file. Other formats are read through ffmpeg, which is not installed here: install it, or convert the file to WAV."
            );
        }
    }

    // A path that begins with '-' or looks like a protocol is still a path.
    private static string[] Arguments(string path) =>
        ["-v", "error", "-nostdin", "-i", $"file:{path}", "-vn", "-c:a", "pcm_f32le", "-f", "wav", "-"];

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
