namespace Research.Pipeline.Store.Remote;

/// <summary>What two makings of one fingerprint gave.</summary>
internal static class Differences
{
    /// <summary>Files that one lacks or that differ, measured times left out.</summary>
    public static IEnumerable<string> Between(IEnumerable<Output> one, IEnumerable<Output> other)
    {
        var known = one.ToHashSet();
        return known
            .Except(other)
            .Concat(other.Except(known))
            .Select(output => output.Path)
            .Where(path => path != Results.Tables.Timings.File)
            .Distinct()
            .Order(StringComparer.Ordinal);
    }
}
