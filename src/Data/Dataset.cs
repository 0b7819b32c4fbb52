using Research.Numerics;

namespace Research.Data;

/// <summary>Items whose bytes matched the lock (or that code generated), in a fixed order.</summary>
/// <param name="Id">As in datasets.lock, or the generator's name.</param>
/// <param name="Version">Version of the data.</param>
/// <param name="Digest">Digest of the content.</param>
/// <param name="Synthetic">Whether code made the signals.</param>
/// <param name="Items">Sorted by name, ordinal.</param>
public sealed record Dataset(string Id, string Version, string Digest, bool Synthetic, IReadOnlyList<Item> Items)
{
    private const int Named = 5; // items in a message

    /// <summary>The distinct labels, ordinal order: a class index points into it. Items without a class add none.</summary>
    public IReadOnlyList<string> Labels { get; } =
    [.. Items.Select(item => item.Label).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Class index of every item.</summary>
    /// <exception cref="ResearchException">An item has no class; the message names those that have none.</exception>
    public int[] Classes()
    {
        string[] without = [.. Items.Where(item => item.Label is null).Select(item => item.Id)];
        return without.Length == 0
            ? [.. Items.Select(item => IndexOf(item.Label!))]
            : throw new ResearchException(
                $"Dataset '{Id}': {without.Length} of {Items.Count} items have no class ({string.Join(", ", without.Take(Named))}"
                    + $"{(without.Length > Named ? ", …" : "")}): predict their targets, or choose a dataset with classes."
            );
    }

    /// <summary>Indices of the items on that side of the published split.</summary>
    public int[] Of(Subset subset) => [.. Enumerable.Range(0, Items.Count).Where(i => Items[i].Subset == subset)];

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
