namespace Research.Data.Locking;

/// <summary>Patterns such as "recordings/*.wav": files of one folder (not below it) with one extension.</summary>
internal static class FilePatterns
{
    public static bool Match(IEnumerable<string> patterns, string path) => patterns.Any(pattern => Match(pattern, path));

    /// <summary>Relative paths of the matching files under a folder, with '/'.</summary>
    public static IEnumerable<string> Enumerate(string folder, IEnumerable<string> patterns) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => Match(patterns, path));

    private static bool Match(string pattern, string path)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return path == pattern;
        }

        (string prefix, string suffix) = (pattern[..star], pattern[(star + 1)..]);
        return path.Length >= prefix.Length + suffix.Length
            && path.StartsWith(prefix, StringComparison.Ordinal)
            && path.EndsWith(suffix, StringComparison.Ordinal)
            && !path[prefix.Length..].Contains('/', StringComparison.Ordinal);
    }
}
