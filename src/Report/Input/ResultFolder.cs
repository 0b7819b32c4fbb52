using Research.Numerics;
using Research.Pipeline;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Report.Input;

/// <summary>The published folder of an experiment, as the report reads it.</summary>
internal sealed class ResultFolder(string path)
{
    private const string Page = "TABLES.md";
    private const string DataWord = " Data: ";
    private readonly Dictionary<string, CsvTable> _tables = [];

    /// <summary>Names of its tables, the summary first, then by name.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(path, "*.csv")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => name != SnapshotComparison.Tolerances)
            .OrderBy(name => name == "summary" ? 0 : 1)
            .ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The sentence about its data.</summary>
    public string DataNote { get; } =
        File.ReadLines(Path.Combine(path, Page)).FirstOrDefault(line => line.Contains(DataWord, StringComparison.Ordinal))
            is { } line
            ? line[(line.IndexOf(DataWord, StringComparison.Ordinal) + DataWord.Length)..].TrimEnd('.')
            : "";

    public RunRecord? Record { get; } =
        File.Exists(Path.Combine(path, RunRecord.File)) ? RunRecord.Load(Path.Combine(path, RunRecord.File)) : null;

    /// <exception cref="ResearchException">There is no such table.</exception>
    public CsvTable Table(string name)
    {
        if (!_tables.TryGetValue(name, out CsvTable? table))
        {
            string file = Path.Combine(path, name + ".csv");
            table = File.Exists(file)
                ? CsvTable.Load(file)
                : throw new ResearchException(
                    $"A chart needs the table '{name}', which {path} does not hold; it has {string.Join(", ", Names)}."
                );
            _tables.Add(name, table);
        }

        return table;
    }
}
