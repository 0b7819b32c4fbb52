using System.CommandLine;

namespace Research.Cli.Commands;

/// <summary>How commands take recordings: all take the same files, and describe them alike.</summary>
internal static class RecordingArgument
{
    private const string What =
        "WAV (also RIFX, RF64, Wave64), MP3, Ogg Vorbis, or anything that an installed ffmpeg reads; '-' is the standard input. Any sample rate; channels are averaged.";

    public static Argument<string> One() => new("file") { Description = $"A recording: {What}" };

    public static Argument<string[]> Several() =>
        new("file") { Description = $"Recordings: {What}", Arity = ArgumentArity.OneOrMore };

    public static Option<bool> Strict(string description) => new("--strict") { Description = description };
}
