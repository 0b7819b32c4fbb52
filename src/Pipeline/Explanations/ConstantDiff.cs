namespace Research.Pipeline.Explanations;

/// <summary>Constants of a method that are not what they were.</summary>
internal static class ConstantDiff
{
    private const int Most = 5;

    /// <param name="old">Constants in the order of the old code.</param>
    /// <param name="now">Those of the new.</param>
    /// <returns>Null where none differs.</returns>
    public static (string Old, string New)? Of(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        (List<string> gone, List<string> fresh) =
            old.Count == now.Count ? InPlace(old, now) : (Without(old, now), Without(now, old));
        return gone.Count + fresh.Count == 0 ? null : (Text(gone), Text(fresh));
    }

    private static (List<string> Gone, List<string> Fresh) InPlace(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        int[] places = [.. Enumerable.Range(0, old.Count).Where(i => old[i] != now[i])];
        return ([.. places.Select(i => old[i])], [.. places.Select(i => now[i])]);
    }

    private static List<string> Without(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var left = new List<string>(some);
        foreach (string other in others)
        {
            left.Remove(other);
        }

        return left;
    }

    private static string Text(List<string> constants) =>
        constants.Count == 0 ? "none"
        : constants.Count <= Most ? string.Join(", ", constants)
        : $"{string.Join(", ", constants.Take(Most))}, …";
}
