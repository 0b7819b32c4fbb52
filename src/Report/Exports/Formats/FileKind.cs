namespace Research.Report.Exports.Formats;

/// <summary>Files of a dataset that have one extension.</summary>
/// <param name="Extension">Such as .wav.</param>
/// <param name="Patterns">Paths, with '*' for any name within a folder.</param>
internal sealed record FileKind(string Extension, IReadOnlyList<string> Patterns)
{
    /// <summary>Within a description of the dataset.</summary>
    public string Id => $"{Extension.TrimStart('.')}-files";

    public string MediaType =>
        Extension switch
        {
            ".wav" => "audio/wav",
            ".mp3" => "audio/mpeg",
            ".mid" => "audio/midi",
            ".png" => "image/png",
            ".csv" => "text/csv",
            ".json" => "application/json",
            ".zip" => "application/zip",
            _ => "application/octet-stream",
        };

    /// <summary>In the words of schema.org, with Croissant's prefix.</summary>
    public string DataType =>
        MediaType.Split('/')[0] switch
        {
            "audio" => "sc:AudioObject",
            "image" => "sc:ImageObject",
            _ => "sc:Text",
        };

    /// <summary>Of the patterns of datasets.lock, by extension; "{a,b}" becomes two patterns, as Croissant's have no braces.</summary>
    public static IEnumerable<FileKind> Of(IEnumerable<string> patterns) =>
        patterns
            .SelectMany(Expand)
            .GroupBy(Path.GetExtension)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new FileKind(kind.Key!, [.. kind]));

    private static IEnumerable<string> Expand(string pattern)
    {
        (int open, int close) = (pattern.IndexOf('{', StringComparison.Ordinal), pattern.IndexOf('}', StringComparison.Ordinal));
        return open < 0 || close < open
            ? [pattern]
            : pattern[(open + 1)..close]
                .Split(',')
                .SelectMany(choice => Expand(pattern[..open] + choice + pattern[(close + 1)..]));
    }
}
