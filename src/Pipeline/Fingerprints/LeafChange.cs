namespace Research.Pipeline.Fingerprints;

/// <summary>A part of a leaf that is not what it was.</summary>
/// <param name="Leaf">data, upstream, settings, code, packages or runtime.</param>
/// <param name="Part">The file, target, member, method, package.</param>
/// <param name="Old">Null where it is new.</param>
/// <param name="New">Null where it is gone.</param>
public sealed record LeafChange(string Leaf, string Part, string? Old, string? New)
{
    public override string ToString() =>
        (Old, New) switch
        {
            (null, _) => $"{Leaf}: {Part} is new: {New}",
            (_, null) => $"{Leaf}: {Part} is gone, was {Old}",
            _ => $"{Leaf}: {Part}: {Old} -> {New}",
        };
}
