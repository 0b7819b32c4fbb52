using Research.Shape.Names;
using Research.Shape.Sources;

namespace Research.Shape.Folders;

/// <summary>Which folders of a project use which: by the types that code mentions and by the namespaces that it imports.</summary>
/// <remarks>A partial type, or a namespace, that stands in several folders binds none of them: syntax cannot tell which is meant.</remarks>
public static class FolderEdges
{
    /// <summary>One edge a pair of folders, ordered by name.</summary>
    public static IReadOnlyList<FolderEdge> Of(SourceProject project, TypeIndex types)
    {
        ILookup<string, string> folders = types
            .Types.Where(type => type.Project == project)
            .ToLookup(type => type.Namespace, type => type.File.Folder);
        IEnumerable<FolderEdge> edges = project.Files.SelectMany(file =>
            ByTypes(project, file, types).Concat(ByImports(file, types, folders))
        );
        return
        [
            .. edges
                .Where(edge => edge.From != edge.To)
                .DistinctBy(edge => (edge.From, edge.To))
                .OrderBy(edge => edge.From, StringComparer.Ordinal)
                .ThenBy(edge => edge.To, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<FolderEdge> ByTypes(SourceProject project, SourceFile file, TypeIndex types) =>
        types
            .MentionedIn(file)
            .Where(type => type.Project == project)
            .GroupBy(type => type.FullName, type => type.File.Folder)
            .Where(type => type.Distinct().Count() == 1)
            .Select(type => new FolderEdge(file.Folder, type.First(), file.Path, type.Key));

    private static IEnumerable<FolderEdge> ByImports(SourceFile file, TypeIndex types, ILookup<string, string> folders) =>
        types
            .ImportsOf(file)
            .Where(space => folders[space].Distinct().Count() == 1)
            .Select(space => new FolderEdge(file.Folder, folders[space].First(), file.Path, space));
}
