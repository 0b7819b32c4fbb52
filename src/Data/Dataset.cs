using Research.Numerics;

namespace Research.Data;

/// <summary>Clips whose bytes matched the lock (or that code generated), in a fixed order.</summary>
/// <param name="Id">As in datasets.lock, or the generator's name.</param>
/// <param name="Version">Version of the data.</param>
/// <param name="Digest">Digest of the content.</param>
/// <param name="Synthetic">Whether code made the signals.</param>
/// <param name="Clips">Sorted by name, ordinal.</param>
public sealed record Dataset(string Id, string Version, string Digest, bool Synthetic, IReadOnlyList<Clip> Clips)
{
    private const int Named = 5; // items in a message

    /// <summary>The distinct labels, ordinal order: a class index points into it. Items without a class add none.</summary>
    public IReadOnlyList<string> Labels { get; } =
    [.. Clips.Select(clip => clip.Label).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Class index of every clip.</summary>
    /// <exception cref="ResearchException">An item has no class; the message names those that have none.</exception>
    public int[] Classes()
    {
        string[] without = [.. Clips.Where(clip => clip.Label is null).Select(clip => clip.Name)];
        return without.Length == 0
            ? [.. Clips.Select(clip => IndexOf(clip.Label!))]
            : throw new ResearchException(
                $"Dataset '{Id}': {without.Length} of {Clips.Count} items have no class ({string.Join(", ", without.Take(Named))}"
                    + $"{(without.Length > Named ? ", …" : "")}): predict their targets, or choose a dataset with classes."
            );
    }

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
