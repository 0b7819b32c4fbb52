using Research.Numerics;
using Research.Results.Folders;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Report.Input;

/// <summary>The published folder of an experiment: its tables, what they show, and how they were made.</summary>
public sealed class ResultFolder
{
    public const string Summary = "summary";

    private readonly string _path;
    private readonly Dictionary<string, CsvTable> _tables = [];

    private ResultFolder(string path)
    {
        _path = path;
        Description = ExperimentDescription.Load(Path.Combine(path, ExperimentDescription.File));
        Data = UsedData.Load(Path.Combine(path, UsedData.File));
        Run = RunFile.Find(path);
        Names =
        [
            .. Directory
                .EnumerateFiles(path, "*.csv")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Where(name => name != SnapshotComparison.Tolerances)
                .OrderBy(name => name == Summary ? 0 : 1)
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Names of its tables, the summary first, then by name.</summary>
    public IReadOnlyList<string> Names { get; }

    public ExperimentDescription Description { get; }

    public UsedData Data { get; }

    /// <summary>Null where there is no record.</summary>
    public RunFile? Run { get; }

    /// <summary>The folder's content; null where it has no summary, as the experiment has not run.</summary>
    /// <exception cref="ResearchException">A description is missing or cannot be read.</exception>
    public static ResultFolder? Find(string path) => File.Exists(Path.Combine(path, $"{Summary}.csv")) ? new(path) : null;

    /// <exception cref="ResearchException">There is no such table.</exception>
    public CsvTable Table(string name)
    {
        if (!_tables.TryGetValue(name, out CsvTable? table))
        {
            string file = Path.Combine(_path, name + ".csv");
            table = File.Exists(file)
                ? CsvTable.Load(file)
                : throw new ResearchException(
                    $"A chart needs the table '{name}', which {_path} does not hold; it has {string.Join(", ", Names)}."
                );
            _tables.Add(name, table);
        }

        return table;
    }
}
