using Research.Shape.Duplicates;
using Research.Shape.Folders;
using Research.Shape.Names;
using Research.Shape.Sources;

namespace Research.Shape.Measures;

/// <summary>What is measured of a project.</summary>
public sealed record ProjectShape
{
    public required string Name { get; init; }

    public required IReadOnlyList<Measured> Files { get; init; }

    public required IReadOnlyList<Measured> Methods { get; init; }

    public required IReadOnlyList<FolderCircle> Circles { get; init; }

    public required IReadOnlyList<SharedPair> Pairs { get; init; }

    public static ProjectShape Of(SourceProject project) =>
        new()
        {
            Name = project.Name,
            Files = [.. project.Files.Select(file => new Measured(file.Path, file.Lines))],
            Methods = [.. project.Files.SelectMany(Measures.Methods.In)],
            Circles = FolderCircle.Among(FolderEdges.Of(project, new TypeIndex([project]))),
            Pairs = SharedPairs.Among(project.Files),
        };
}
