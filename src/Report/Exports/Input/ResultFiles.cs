using Research.Results.Folders;

namespace Research.Report.Exports.Input;

/// <summary>Which files below results/ are results.</summary>
internal static class ResultFiles
{
    private static readonly string[] Kinds = [".csv", ".json", ".md"];

    /// <summary>Tables, descriptions, run records and pages of a profile, by path; report.html is no part of them, as git leaves it out.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="graph">The profile.</param>
    public static IEnumerable<RepositoryFile> In(string root, GraphDescription graph)
    {
        string folder = Path.Combine(root, "results", graph.Profile);
        return Directory
            .EnumerateFiles(folder)
            .Concat(graph.Studies.SelectMany(study => Below(Path.Combine(folder, study))))
            .Where(file => Kinds.Contains(Path.GetExtension(file)))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => RepositoryFile.Find(root, path)!);
    }

    private static IEnumerable<string> Below(string study) =>
        Directory.Exists(study) ? Directory.EnumerateFiles(study, "*", SearchOption.AllDirectories) : [];
}
