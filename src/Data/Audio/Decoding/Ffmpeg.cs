using System.ComponentModel;
using System.Text;
using CliWrap;

namespace Research.Data.Audio.Decoding;

/// <summary>Formats that nothing here decodes, read by the ffmpeg that a user may have installed.</summary>
internal static class Ffmpeg
{
    private const int StartBytes = 12;

    /// <summary>The name under which a recording says what decoded it.</summary>
    public const string Name = "ffmpeg";

    /// <summary>What is seen of a file that begins as nothing that is decoded here.</summary>
    public const string Unknown = "is no WAV, MP3 or Ogg Vorbis that can be read";

    /// <summary>The file's sound as a WAV of 32-bit floats, its channels and rate as they are.</summary>
    /// <param name="path">Of a file.</param>
    /// <param name="shown">Its name in messages.</param>
    /// <param name="seen">What it is, as far as was seen here.</param>
    /// <exception cref="RecordingException">ffmpeg is not there, cannot read the file either, or passes its bounds.</exception>
    public static Stream ToWav(string path, string shown, string seen, DecoderBounds bounds) =>
        ToWavAsync(Installed() ?? throw NotInstalled(shown, seen), path, shown, bounds).GetAwaiter().GetResult();

    /// <param name="program">The ffmpeg to run.</param>
    internal static async Task<Stream> ToWavAsync(string program, string path, string shown, DecoderBounds bounds)
    {
        FileStream wav = TemporaryFile.Create();
        try
        {
            await Fill(wav, program, path, shown, bounds);
            return wav;
        }
        catch
        {
            await wav.DisposeAsync();
            throw;
        }
    }

    private static async Task Fill(Stream wav, string program, string path, string shown, DecoderBounds bounds)
    {
        var complaint = new StringBuilder();
        using var late = new CancellationTokenSource(bounds.Time);
        using var full = new CancellationTokenSource();
        using var noisy = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, full.Token, noisy.Token);
        Command command = CliWrap
            .Cli.Wrap(program)
            .WithArguments(FfmpegArguments.Of(path, Start(path), bounds.LongestSeconds))
            .WithStandardInputPipe(PipeSource.Null)
            .WithStandardOutputPipe(BoundedPipe.All(wav, bounds.Bytes, full))
            .WithStandardErrorPipe(BoundedPipe.Tail(complaint, bounds.ErrorBytes, noisy))
            .WithValidation(CommandResultValidation.None);
        try
        {
            CommandResult result = await command.ExecuteAsync(stop.Token);
            if (!result.IsSuccess || wav.Length == 0)
            {
                throw NoSound(shown, complaint.ToString());
            }
        }
        catch (OperationCanceledException)
        {
            throw full.IsCancellationRequested ? TooMuch(shown, bounds)
            : noisy.IsCancellationRequested ? TooNoisy(shown, bounds.ErrorBytes)
            : TooSlow(shown, bounds.Time);
        }
        catch (Win32Exception)
        {
            throw NotInstalled(shown, Unknown);
        }
    }

    private static byte[] Start(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
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

    private static RecordingException NotInstalled(string shown, string seen) =>
        new(
            RecordingProblem.NotAudio,
            $"{shown}: {seen}. Other formats are read through ffmpeg, which is not installed here: install it (apt install ffmpeg, brew install ffmpeg, winget install ffmpeg), or convert the file to WAV."
        );

    private static RecordingException NoSound(string shown, string complaint) =>
        new(
            RecordingProblem.NotAudio,
            complaint.Contains("whitelist", StringComparison.OrdinalIgnoreCase)
                ? $"{shown}: is no audio file: it may be a playlist or a film, from which nothing is read. Convert it to WAV."
                : $"{shown}: is no sound that can be read: no WAV, MP3 or Ogg Vorbis, and ffmpeg says: {LastLine(complaint)}"
        );

    private static RecordingException TooMuch(string shown, DecoderBounds bounds) =>
        RecordingException.Of(
            RecordingProblem.TooLong,
            shown,
            $"has more than {bounds.Bytes >> 20} MiB of sound. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
        );

    private static RecordingException TooNoisy(string shown, long most) =>
        RecordingException.Of(
            RecordingProblem.Damaged,
            shown,
            $"ffmpeg was stopped after {most >> 10} KiB of complaints; the file is damaged. Convert it to WAV."
        );

    private static RecordingException TooSlow(string shown, TimeSpan time) =>
        RecordingException.Of(
            RecordingProblem.NotAudio,
            shown,
            $"ffmpeg did not finish within {time.TotalSeconds:0} s; convert the file to WAV."
        );

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "nothing";
}
