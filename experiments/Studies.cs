using Research.Data.Locking;
using Research.Evaluation.Witnessing;
using Research.Pipeline.Targets;
using Research.Report;
using Research.Report.Readme;

namespace Research.Experiments;

/// <summary>What the engine finds in this assembly.</summary>
public sealed class Catalogue : ICatalogue, IReported, IMoreTargets
{
    /// <summary>Path of this assembly.</summary>
    public static string Assembly => typeof(Catalogue).Assembly.Location;

    public IReadOnlyList<Study> Studies => Experiments.Studies.All;

    public Action<string, DatasetLock, string> Report => ReportFiles.Write;

    /// <summary>What is made of the committed results, and what both engines train.</summary>
    public IReadOnlyList<Target> Others(Profile profile) =>
        profile == Profile.Sample
            ? [new ReadmeTarget(ResultsSection.Of)]
            : [new SnapshotReportTarget(this, profile), new ReadmeTarget(ResultsSection.Of), .. Witnesses(profile)];

    /// <summary>The trials that both engines train.</summary>
    public static IReadOnlyList<WitnessTarget> Witnesses(Profile profile) =>
        WitnessSample.Targets([.. Experiments.Studies.All.SelectMany(study => study.Experiments(profile))], profile);
}

/// <summary>Declares a study: one class in the folder of its experiments implements this.</summary>
internal interface IDeclaresStudy
{
    static abstract Study Study { get; }
}

/// <summary>Every study of the package, found by its declaration.</summary>
public static class Studies
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Study> All { get; } =
    [
        .. typeof(Studies)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IDeclaresStudy)))
            .Select(type => (Study)type.GetProperty(nameof(IDeclaresStudy.Study))!.GetValue(null)!)
            .OrderBy(study => study.Name, StringComparer.Ordinal),
    ];

    /// <summary>The kinds of models that the studies' experiments export.</summary>
    public static IReadOnlyList<ModelKind> ModelKinds { get; } = ModelKind.In(typeof(Studies).Assembly);
}
