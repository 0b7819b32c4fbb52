namespace Research.Data.Locking;

/// <summary>Patterns such as "recordings/*.wav": files of one folder (not below it); "{1,2}" stands for either.</summary>
internal static class FilePatterns
{
    public static bool Match(IEnumerable<string> patterns, string path) =>
        patterns.Any(pattern => Expand(pattern).Any(simple => MatchSimple(simple, path)));

    /// <summary>Relative paths of the matching files under a folder, with '/'.</summary>
    public static IEnumerable<string> Enumerate(string folder, IEnumerable<string> patterns)
    {
        string[] simple = [.. patterns.SelectMany(Expand)];
        HashSet<string> names = [.. simple.Where(pattern => !pattern.Contains('*', StringComparison.Ordinal))];
        string[] stars = [.. simple.Where(pattern => !names.Contains(pattern))];
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => names.Contains(path) || stars.Any(pattern => MatchSimple(pattern, path)));
    }

    // One brace, as all of ours have at most.
    private static IEnumerable<string> Expand(string pattern)
    {
        int open = pattern.IndexOf('{', StringComparison.Ordinal);
        int close = pattern.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open
            ? [pattern]
            : pattern[(open + 1)..close].Split(',').Select(choice => pattern[..open] + choice + pattern[(close + 1)..]);
    }

    private static bool MatchSimple(string pattern, string path)
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
