namespace Research.Data.Own;

/// <summary>One file of a user's own dataset.</summary>
/// <param name="File">Path below the folder, with '/'.</param>
/// <param name="Label">Its class.</param>
/// <param name="Group">Who speaks, the song, …: what a split may keep together; the file itself where nobody said.</param>
/// <param name="Subset">Side of the user's own split; null where there is none.</param>
public sealed record OwnItem(string File, string Label, string Group, Subset? Subset)
{
    /// <summary>Its path without the extension.</summary>
    public string Id => Path.ChangeExtension(File, null);
}
