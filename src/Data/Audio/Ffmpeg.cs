using System.ComponentModel;
using System.Globalization;
using System.Text;
using CliWrap;

namespace Research.Data.Audio;

/// <summary>Formats other than WAV, read by the ffmpeg that a user may have installed.</summary>
internal static class Ffmpeg
{
    /// <summary>The file's sound as a WAV of 32-bit floats, its channels and rate as they are.</summary>
    /// <param name="longestSeconds">Of the sound; a second more is asked for, which shows that there is more.</param>
    /// <exception cref="RecordingException">ffmpeg is not there, cannot read the file either, or passes its bounds.</exception>
    public static byte[] ToWav(string path, double longestSeconds, FfmpegBounds bounds) =>
        ToWavAsync(Installed() ?? throw NotInstalled(path), path, longestSeconds, bounds).GetAwaiter().GetResult();

    /// <param name="program">The ffmpeg to run.</param>
    internal static async Task<byte[]> ToWavAsync(string program, string path, double longestSeconds, FfmpegBounds bounds)
    {
        using var wav = new MemoryStream();
        var complaint = new StringBuilder();
        using var late = new CancellationTokenSource(bounds.Time);
        using var full = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, full.Token);
        Command command = CliWrap
            .Cli.Wrap(program)
            .WithArguments(Arguments(path, longestSeconds))
            .WithStandardOutputPipe(BoundedPipe.All(wav, bounds.Bytes, full))
            .WithStandardErrorPipe(BoundedPipe.Tail(complaint))
            .WithValidation(CommandResultValidation.None);
        try
        {
            CommandResult result = await command.ExecuteAsync(stop.Token);
            return result.IsSuccess && wav.Length > 0 ? wav.ToArray() : throw NoSound(path, complaint.ToString());
        }
        catch (OperationCanceledException)
        {
            throw full.IsCancellationRequested ? WavBytes.TooMany(path, bounds.Bytes) : TooSlow(path, bounds.Time);
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

    // A path that begins with '-' or looks like a protocol is still a path.
    private static string[] Arguments(string path, double longestSeconds) =>
        [
            "-v",
            "error",
            "-nostdin",
            "-i",
            $"file:{path}",
            "-vn",
            "-t",
            (longestSeconds + 1).ToString(CultureInfo.InvariantCulture),
            "-c:a",
            "pcm_f32le",
            "-f",
            "wav",
            "-",
        ];

    private static RecordingException NotInstalled(string path) =>
        new(
            RecordingProblem.NotAudio,
            $"{path}: is no WAV of PCM or float samples. Other formats are read through ffmpeg, which is not installed here: install it, or convert the file to WAV."
        );

    private static RecordingException NoSound(string path, string complaint) =>
        new(
            RecordingProblem.NotAudio,
            $"{path}: is no sound that can be read: no WAV file, and ffmpeg says: {LastLine(complaint)}"
        );

    private static RecordingException TooSlow(string path, TimeSpan time) =>
        RecordingException.Of(
            RecordingProblem.NotAudio,
            path,
            $"ffmpeg did not finish within {time.TotalSeconds:0} s; convert the file to WAV."
        );

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "nothing";
}
