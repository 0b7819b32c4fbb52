namespace Research.Architecture.Tests;

/// <summary>A breach of a rule.</summary>
/// <param name="Name">As a list of known breaches writes it.</param>
/// <param name="Where">Where it is seen, and what to do.</param>
public sealed record Offence(string Name, string Where)
{
    /// <summary>Fails at a breach that is not known, and at a known one that is mended: the list may only shrink.</summary>
    public static void AssertOnlyKnown(IEnumerable<Offence> found, IReadOnlyCollection<string> known)
    {
        Offence[] all = [.. found];
        string[] news =
        [
            .. all.Where(offence => !known.Contains(offence.Name)).Select(offence => $"{offence.Name}: {offence.Where}"),
        ];
        Assert.True(news.Length == 0, $"New breaches:\n{string.Join('\n', news)}");
        string[] mended = [.. known.Except(all.Select(offence => offence.Name))];
        Assert.True(mended.Length == 0, $"Mended; take it off the list of known breaches:\n{string.Join('\n', mended)}");
    }
}
