namespace Research.Data;

/// <summary>Clips whose bytes matched the lock (or that code generated), in a fixed order.</summary>
/// <param name="Id">As in datasets.lock, or the generator's name.</param>
/// <param name="Version">Version of the data.</param>
/// <param name="Digest">Digest of the content.</param>
/// <param name="Synthetic">Whether code made the signals.</param>
/// <param name="Clips">Sorted by name, ordinal.</param>
public sealed record Dataset(string Id, string Version, string Digest, bool Synthetic, IReadOnlyList<Clip> Clips)
{
    /// <summary>The distinct labels, ordinal order: a class index points into it.</summary>
    public IReadOnlyList<string> Labels { get; } = [.. Clips.Select(clip => clip.Label).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Class index of every clip.</summary>
    public int[] Classes() => [.. Clips.Select(clip => IndexOf(clip.Label))];

    /// <summary>Indices of the clips on that side of the published split.</summary>
    public int[] Of(Part part) => [.. Enumerable.Range(0, Clips.Count).Where(i => Clips[i].Part == part)];

    private int IndexOf(string label)
    {
        for (int i = 0; i < Labels.Count; i++)
        {
            if (Labels[i] == label)
            {
                return i;
            }
        }

        return -1;
    }
}
