using Research.Data.Download;

namespace Research.Data.Locking;

/// <summary>What is wrong with a lock that was read: its ids, digests and paths become names of files and folders.</summary>
internal static class LockCheck
{
    private const int LongestId = 64;
    private const long MostBytes = 1L << 50;
    private const string Sha256 = "sha256:";

    /// <summary>The first fault, as the end of a sentence; null where there is none.</summary>
    public static string? FaultOf(DatasetLock pins)
    {
        string[] ids = [.. pins.Datasets.Select(entry => entry.Id), .. pins.Generated.Select(entry => entry.Id)];
        string? twice = ids.GroupBy(id => id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is not null ? $"'{twice}' is there twice"
            : ids.FirstOrDefault(id => !IsId(id)) is { } odd ? $"'{odd}' is no id: letters, digits, '-', '_' and '.' are"
            : pins.Datasets.Select(FaultOf).OfType<string>().FirstOrDefault();
    }

    private static string? FaultOf(DatasetEntry entry)
    {
        string? fault =
            PublishedSums.Pin(entry) && PublishedSums.FaultOf(entry) is { } odd ? odd
            : !PublishedSums.Pin(entry) && !IsDigest(entry.Digest) ? $"its digest is no '{Sha256}' with 64 hexadecimal digits"
            : entry.Count < 0 || entry.Bytes is < 0 or > MostBytes ? "its count or size is out of range"
            : entry.Files.FirstOrDefault(file => !ArchiveNames.IsInside(file)) is { } file
                ? $"its file '{file}' lies outside its folder"
            : entry.Sources.Select(FaultOf).OfType<string>().FirstOrDefault();
        return fault is null ? null : $"dataset '{entry.Id}': {fault}";
    }

    private static string? FaultOf(DatasetSource source) =>
        new[] { source.Mirror, source.Url, source.Package }.Count(place => place is not null) != 1
            ? "a source needs a mirror's path, an address or a package, and one of them"
        : source.Package is { } package && !IsPackage(package) ? $"its package '{package}' is no 'id/version' in small letters"
        : source.Mirror is { } path && !ArchiveNames.IsInside(path) ? $"its mirror's path '{path}' leads outside the mirror"
        : source.Keep is { } name && !IsFileName(name) ? $"'{name}' is no name for an archive that is kept"
        : source.And is null ? null
        : source.And.Any(other => other.And is not null) ? "an archive beside another names more of them"
        : source.And.Select(FaultOf).OfType<string>().FirstOrDefault();

    public static bool IsId(string id) =>
        id.Length <= LongestId && IsFileName(id) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsPackage(string package) =>
        package.Split('/') is [var id, var version] && IsId(id) && IsId(version) && package.All(c => !char.IsAsciiLetterUpper(c));

    private static bool IsFileName(string name) =>
        !name.Contains('/', StringComparison.Ordinal)
        && !name.StartsWith('.')
        && ArchiveNames.IsInside(name)
        && ArchiveNames.IsPortable(name);

    private static bool IsDigest(string digest) =>
        digest.StartsWith(Sha256, StringComparison.Ordinal)
        && digest.Length == Sha256.Length + 64
        && digest[Sha256.Length..].All(char.IsAsciiHexDigitLower);
}
