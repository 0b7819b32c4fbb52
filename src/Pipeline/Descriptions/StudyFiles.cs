using System.Reflection;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Pipeline.Descriptions;

/// <summary>What lies beside a study's declaration for readers alone, embedded in its assembly; no table depends on it.</summary>
internal static class StudyFiles
{
    /// <summary>The texts that published its figures, from documents.csv; none without that file.</summary>
    /// <exception cref="ArgumentException">The file lacks a column.</exception>
    public static IReadOnlyList<StudyDocument> Documents(Study study)
    {
        CsvTable table = Table(study, "documents");
        return
        [
            .. table.Rows.Select(row => new StudyDocument(
                table.Cell(row, "id"),
                table.Cell(row, "title"),
                table.Cell(row, "original_title"),
                table.Cell(row, "authors"),
                table.Cell(row, "kind"),
                table.Cell(row, "address"),
                table.Cell(row, "follows")
            )),
        ];
    }

    /// <summary>By claim, why ours differs from the published figure, from reasons.csv; none without that file.</summary>
    /// <exception cref="ArgumentException">The file lacks a column, or names a claim twice.</exception>
    public static IReadOnlyDictionary<string, string> Reasons(Study study)
    {
        CsvTable table = Table(study, "reasons");
        return table.Rows.ToDictionary(row => table.Cell(row, "claim"), row => table.Cell(row, "reason"));
    }

    /// <summary>Folder of the study's source below the repository; null where its assembly does not say where its sources lie.</summary>
    public static string? SourceFolder(Study study) =>
        study
            .Source.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(data => data.Key == "SourceFolder")
            ?.Value
            is { } folder
            ? $"{folder}/{study.Name}"
            : null;

    private static CsvTable Table(Study study, string name)
    {
        using Stream? stream = study.Source.Assembly.GetManifestResourceStream($"{name}/{study.Name}/{name}.csv");
        if (stream is null)
        {
            return new([], []);
        }

        using var reader = new StreamReader(stream);
        return CsvTable.Parse(reader.ReadToEnd());
    }
}
