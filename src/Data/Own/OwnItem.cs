using System.Collections.ObjectModel;

namespace Research.Data.Own;

/// <summary>One item of a user's own dataset, as its row of the labels says it.</summary>
/// <param name="Id">Unique in the dataset: of a file its path below the folder, without the extension; of a row of a table its name.</param>
/// <param name="File">What the labels call it.</param>
/// <param name="Label">Its class; empty where it has targets only.</param>
/// <param name="Group">Who speaks, the song, …: what a split may keep together; the item itself where nobody said.</param>
/// <param name="Subset">Side of the user's own split; null where there is none.</param>
public sealed record OwnItem(string Id, string File, string Label, string Group, Subset? Subset)
{
    /// <summary>Real-valued targets by name, such as valence; all items of a dataset have the same.</summary>
    public IReadOnlyDictionary<string, double> Targets { get; init; } = ReadOnlyDictionary<string, double>.Empty;
}
