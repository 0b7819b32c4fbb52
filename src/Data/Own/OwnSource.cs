namespace Research.Data.Own;

/// <summary>What a user makes a dataset of: recordings, arrays, or the rows of a table.</summary>
public abstract class OwnSource
{
    private protected OwnSource() { }

    /// <summary>What it holds, in the plural, for messages.</summary>
    public abstract string Things { get; }

    /// <summary>Patterns of the files that are stored, for the lock.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>What is there, as the labels name it; things that need no label, such as a readme, are left out.</summary>
    public abstract IReadOnlyCollection<string> Present(IReadOnlyList<OwnItem> items);

    /// <summary>Makes the folder of the dataset: the content of its items, and the index.</summary>
    /// <param name="items">Checked.</param>
    /// <param name="target">An empty folder.</param>
    /// <exception cref="Numerics.ResearchException">Something cannot be read; the message names it.</exception>
    public void Write(IReadOnlyList<OwnItem> items, string target)
    {
        OwnItem[] ordered = [.. items.OrderBy(item => item.Id, StringComparer.Ordinal)];
        string[] stored = Store(ordered, target);
        File.WriteAllBytes(Path.Combine(target, OwnIndex.FileName), OwnIndex.Write(ordered.Zip(stored)));
    }

    /// <summary>Stores the content of each item.</summary>
    /// <returns>The file of each, below the target.</returns>
    private protected abstract string[] Store(OwnItem[] items, string target);
}
