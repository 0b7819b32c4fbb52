using System.Text.RegularExpressions;
using Research.Data.Download;
using Research.Data.Store;

namespace Research.Pipeline;

/// <summary>A disk that is full or cannot be written, as one sentence: which path, and which variable moves what lies there.</summary>
public static partial class WriteFailure
{
    private const int ReadOnlyOnUnix = 30; // EROFS
    private const int WriteProtected = unchecked((int)0x80070013);
    private const int ExistsOnUnix = 17; // EEXIST
    private const int ExistsOnWindows = unchecked((int)0x800700B7);
    private const int FileExistsOnWindows = unchecked((int)0x80070050);

    /// <summary>For the user's own cache and the shared store, as the environment says.</summary>
    /// <returns>Null where it is another kind of error, whose own message is to be told.</returns>
    public static string? Of(Exception error) => Of(error, StorePaths.Root, StorePaths.Shared);

    /// <param name="error">What writing a file threw.</param>
    /// <param name="cache">The user's cache.</param>
    /// <param name="shared">The second store; null for none.</param>
    /// <returns>Null where it is another kind of error, whose own message is to be told.</returns>
    internal static string? Of(Exception error, string cache, string? shared)
    {
        string? quoted = QuotedPath().Matches(error.Message).LastOrDefault()?.Groups[1].Value;
        string path = quoted ?? cache;
        string? variable = VariableOf(path, cache, shared);
        return error switch
        {
            IOException full when DiskFull.Is(full) && quoted is null =>
                "the disk is full where the output goes: not all of it could be written.",
            IOException full when DiskFull.Is(full) => $"the disk is full: {path} could not be written; "
                + $"free space there{Or(variable, "on another disk")}.",
            IOException { HResult: ReadOnlyOnUnix or WriteProtected } =>
                $"{path} could not be written, as its disk can only be read"
                    + $"{(variable is null ? "" : $"; set {variable} to a folder that can be written")}.",
            IOException when variable is not null && InTheWay(path, error) is { } file =>
                $"{file} is a file, where a folder is needed; " + $"move it away, or set {variable} to a folder.",
            UnauthorizedAccessException when variable is not null => $"{path} cannot be read or written by this user; "
                + $"make it yours{Or(variable, "of your own")}.",
            DirectoryNotFoundException
            or FileNotFoundException when quoted is not null && Moved(path, cache, shared) is { } unmade =>
                $"{path} cannot be made; set {unmade} to a folder that can be written.",
            _ => null,
        };
    }

    /// <summary>The sentence, or else the error's own message.</summary>
    internal static string Told(Exception error, ProjectSettings settings) =>
        Of(error, settings.Cache, settings.SharedStore) ?? error.Message;

    // The file that stands where a folder was to be made: the path itself where the error says that it exists, else one above it.
    private static string? InTheWay(string path, Exception error)
    {
        bool itself = error.HResult is ExistsOnUnix or ExistsOnWindows or FileExistsOnWindows;
        string? at = itself ? path : Path.GetDirectoryName(path);
        while (at is not null && !File.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        return at;
    }

    private static string Or(string? variable, string where) =>
        variable is null ? "" : $", or set {variable} to a folder {where}";

    private static string? VariableOf(string path, string cache, string? shared) =>
        Moved(path, cache, shared)
        ?? (
            IsBelow(path, cache) ? "RESEARCH_CACHE"
            : shared is not null && IsBelow(path, shared) ? "RESEARCH_SHARED_CACHE"
            : IsBelow(path, Path.GetTempPath())
                ? OperatingSystem.IsWindows() ? "TEMP"
                    : "TMPDIR"
            : null
        );

    // A store that cannot be made, because a folder above it cannot.
    private static string? Moved(string path, string cache, string? shared) =>
        IsBelow(cache, path) ? "RESEARCH_CACHE"
        : shared is not null && IsBelow(shared, path) ? "RESEARCH_SHARED_CACHE"
        : null;

    private static bool IsBelow(string path, string folder)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return path.StartsWith(root, StringComparison.Ordinal)
            && (path.Length == root.Length || path[root.Length] is '/' or '\\');
    }

    // The framework quotes the path that it speaks of.
    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedPath();
}
