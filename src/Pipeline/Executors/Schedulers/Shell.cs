namespace Research.Pipeline.Executors.Schedulers;

/// <summary>Words for a POSIX shell.</summary>
internal static class Shell
{
    /// <summary>A word that the shell takes as it is.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A command line.</summary>
    public static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
