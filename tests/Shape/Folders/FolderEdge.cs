namespace Research.Shape.Folders;

/// <summary>Code of one folder that uses another.</summary>
/// <param name="File">A file that does.</param>
/// <param name="Uses">The type that it mentions, or the namespace that it imports.</param>
public sealed record FolderEdge(string From, string To, string File, string Uses)
{
    public override string ToString() => $"{From} -> {To} ({File} uses {Uses})";
}
