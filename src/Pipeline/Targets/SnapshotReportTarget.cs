using Research.Pipeline.Closures;
using Research.Results.Charts;

namespace Research.Pipeline.Targets;

/// <summary>The report of the committed results: needs no run, and gives the same bytes on every machine.</summary>
public sealed class SnapshotReportTarget(IReported catalogue, Profile profile) : Target
{
    public const string Id = "report:snapshots";

    private readonly ReportWriter _writer = new(catalogue.Report);

    public override string Name => Id;

    public override TargetKind Kind => TargetKind.Report;

    public override string? Folder { get; } = $"snapshots/{profile.Name()}";

    public override object? Settings => _writer;

    // The files may name any kind of chart.
    public override CodeRoots Roots => OwnMake with { Instances = [.. OwnMake.Instances, .. ChartKinds.All] };

    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) =>
        SnapshotFiles.Leaf(inputs, profile).Concat(inputs.PinsLeaf()).ToDictionary();

    public override void Make(Job job) => _writer.Write(SnapshotFiles.Folder(job.Root, profile), job.Pins(), job.Folder);
}
