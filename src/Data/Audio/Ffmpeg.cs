using System.ComponentModel;
using System.Text;
using CliWrap;

namespace Research.Data.Audio;

/// <summary>Formats other than WAV, read by the ffmpeg that a user may have installed.</summary>
internal static class Ffmpeg
{
    private const int StartBytes = 12;

    /// <summary>The file's sound as a WAV of 32-bit floats, its channels and rate as they are.</summary>
    /// <param name="longestSeconds">Of the sound that is used; what comes may be a second longer.</param>
    /// <exception cref="RecordingException">ffmpeg is not there, cannot read the file either, or passes its bounds.</exception>
    public static ReadOnlyMemory<byte> ToWav(string path, double longestSeconds, FfmpegBounds bounds) =>
        ToWavAsync(Installed() ?? throw NotInstalled(path), path, longestSeconds, bounds).GetAwaiter().GetResult();

    /// <param name="program">The ffmpeg to run.</param>
    internal static async Task<ReadOnlyMemory<byte>> ToWavAsync(
        string program,
        string path,
        double longestSeconds,
        FfmpegBounds bounds
    )
    {
        var wav = new MemoryStream();
        var complaint = new StringBuilder();
        using var late = new CancellationTokenSource(bounds.Time);
        using var full = new CancellationTokenSource();
        using var noisy = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, full.Token, noisy.Token);
        Command command = CliWrap
            .Cli.Wrap(program)
            .WithArguments(FfmpegArguments.Of(path, Start(path), longestSeconds))
            .WithStandardInputPipe(PipeSource.Null)
            .WithStandardOutputPipe(BoundedPipe.All(wav, bounds.Bytes, full))
            .WithStandardErrorPipe(BoundedPipe.Tail(complaint, bounds.ErrorBytes, noisy))
            .WithValidation(CommandResultValidation.None);
        try
        {
            CommandResult result = await command.ExecuteAsync(stop.Token);
            return result.IsSuccess && wav.Length > 0
                ? wav.GetBuffer().AsMemory(0, (int)wav.Length)
                : throw NoSound(path, complaint.ToString());
        }
        catch (OperationCanceledException)
        {
            throw full.IsCancellationRequested ? WavBytes.TooMany(path, bounds.Bytes)
            : noisy.IsCancellationRequested ? TooNoisy(path, bounds.ErrorBytes)
            : TooSlow(path, bounds.Time);
        }
        catch (Win32Exception)
        {
            throw NotInstalled(path);
        }
    }

    private static byte[] Start(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] start = new byte[StartBytes];
        return start[..file.ReadAtLeast(start, StartBytes, throwOnEndOfStream: false)];
    }

    // Looked for along PATH alone: a program of that name in the folder of a downloaded recording is not run.
    private static string? Installed() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))
            .FirstOrDefault(File.Exists);

    private static RecordingException NotInstalled(string path) =>
        new(
            RecordingProblem.NotAudio,
            $"{path}: is no WAV of PCM or float samples. Other formats are read through ffmpeg, which is not installed here: install it, or convert the file to WAV."
        );

    private static RecordingException NoSound(string path, string complaint) =>
        new(
            RecordingProblem.NotAudio,
            complaint.Contains("whitelist", StringComparison.OrdinalIgnoreCase)
                ? $"{path}: is no audio file: it may be a playlist or a film, from which nothing is read. Convert it to WAV."
                : $"{path}: is no sound that can be read: no WAV file, and ffmpeg says: {LastLine(complaint)}"
        );

    private static RecordingException TooNoisy(string path, long most) =>
        RecordingException.Of(
            RecordingProblem.Damaged,
            path,
            $"ffmpeg was stopped after {most >> 10} KiB of complaints; the file is damaged. Convert it to WAV."
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
