using Research.Data;
using Research.Pipeline.Closures;
using Research.Results.Folders;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Pipeline.Targets;

/// <summary>The measurement of an experiment: its figures to the last bit, and its own tables.</summary>
public sealed class ExperimentTarget(Experiment experiment) : Target
{
    public Experiment Experiment => experiment;

    public override string Name => experiment.Target;

    public override TargetKind Kind => TargetKind.Experiment;

    public override IReadOnlyList<string> Upstream { get; } =
    [
        .. experiment
            .Data.Select(DatasetTarget.NameOf)
            .Concat(experiment.Features.Select(features => features.Target))
            .Concat(experiment.Uses)
            .Distinct(),
    ];

    public override long MemoryBytes => experiment.MemoryBytes;

    public override object? Settings => experiment;

    public override CodeRoots Roots => OwnMake;

    public override void Make(Bench bench)
    {
        Measurement measured = experiment.Measure(new Lab(bench, experiment));
        FigureFile.Write(Path.Combine(bench.Folder, FigureFile.Name), measured.Figures);
        bench.Write(UsedData.File, new UsedData([.. experiment.Data.Select(bench.Open).Select(Describe)]).ToJson());
        bench.Write(TableList, string.Concat(measured.Tables.Select(table => table.Name + "\n")));
        if (measured.Tables.Any(table => table.Columns.Any(column => column.Tolerance > 0)))
        {
            bench.Write(SnapshotComparison.Tolerances + ".csv", Tolerances(measured.Tables).ToCsv());
        }

        foreach (ResultTable table in measured.Tables)
        {
            bench.Write(table.Name + ".csv", table.ToCsv());
        }

        foreach ((string name, byte[] content) in measured.Files)
        {
            File.WriteAllBytes(Path.Combine(bench.Folder, name), content);
        }
    }

    private static UsedDataset Describe(Dataset data) =>
        new(data.Id, data.Version, data.Clips.Count, data.Digest, data.Synthetic);

    private static ResultTable Tolerances(IReadOnlyList<ResultTable> tables)
    {
        var rules = new ResultTable(
            SnapshotComparison.Tolerances,
            Column.Text("table"),
            Column.Text("column"),
            Column.Number("tolerance", 12)
        );
        foreach (ResultTable table in tables)
        {
            foreach (Column column in table.Columns.Where(column => column.Tolerance > 0))
            {
                rules.Add(table.Name, column.Name, column.Tolerance);
            }
        }

        return rules;
    }

    internal const string TableList = "tables.txt";
}
