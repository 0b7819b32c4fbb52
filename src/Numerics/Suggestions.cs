namespace Research.Numerics;

/// <summary>Names that a person may have meant.</summary>
public static class Suggestions
{
    private const int Most = 3;

    /// <summary>Such as " Did you mean Digits.GmmHmm?"; empty where nothing is like what was typed.</summary>
    public static string For(string typed, IEnumerable<string> known)
    {
        string[] meant = [.. Near(typed, known)];
        return meant.Length switch
        {
            0 => "",
            1 => $" Did you mean {meant[0]}?",
            _ => $" Did you mean {string.Join(", ", meant[..^1])} or {meant[^1]}?",
        };
    }

    /// <summary>At most three names, those most like it first; those that are equally like it in their order by name.</summary>
    public static IEnumerable<string> Near(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(known);
        (string Name, int Distance)[] near =
        [
            .. known
                .Distinct()
                .Select(name => (Name: name, Distance: DistanceOf(typed, name)))
                .Where(item => item.Distance <= Tolerance(typed)),
        ];
        int least = near.Length == 0 ? 0 : near.Min(item => item.Distance);
        return near.Where(item => item.Distance <= least + 1)
            .OrderBy(item => item.Distance)
            .ThenBy(item => item.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(item => item.Name);
    }

    // A third of the letters may be wrong: more, and any short word is like any other.
    private static int Tolerance(string typed) => Math.Max(1, typed.Length / 3);

    // Where a name has several parts, a part by itself is enough: GmmHmm for Digits.GmmHmm.
    private static int DistanceOf(string typed, string name)
    {
        int whole = Edits(typed, name);
        int dot = name.LastIndexOf('.');
        return dot < 0 || typed.Contains('.', StringComparison.Ordinal)
            ? whole
            : Math.Min(whole, Edits(typed, name[(dot + 1)..]));
    }

    // Letters added, left out, replaced, or exchanged with their neighbour, in any case (Damerau 1964; optimal string alignment).
    private static int Edits(string one, string other)
    {
        (string a, string b) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        int[,] edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Cheapest(edits, a, b, i, j);
            }
        }

        return edits[a.Length, b.Length];
    }

    private static int Cheapest(int[,] edits, string a, string b, int i, int j)
    {
        int replaced = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int least = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return exchanged ? Math.Min(least, edits[i - 2, j - 2] + 1) : least;
    }
}
