using System.Globalization;
using Research.Pipeline.Closures;
using Research.Results.Trials;

namespace Research.Pipeline.Targets;

/// <summary>One trial: its predictions, history and model stay in the store, where tables and other trials read them.</summary>
/// <param name="trial">What is trained.</param>
/// <param name="name">Such as Digits.Lstm/3.</param>
/// <param name="used">Names of the trials that it uses, in its order.</param>
public sealed class TrialTarget(Trial trial, string name, IReadOnlyList<string> used) : Target
{
    public Trial Trial => trial;

    public override string Name => name;

    public override TargetKind Kind => TargetKind.Trial;

    /// <summary>Target of the experiment that names it.</summary>
    public string Experiment => name[..name.LastIndexOf('/')];

    public override IReadOnlyList<string> Upstream { get; } =
    [
        .. trial
            .Data.Select(DatasetTarget.NameOf)
            .Concat(trial.Features.Select(features => features.Target))
            .Concat(used)
            .Distinct(),
    ];

    public override long MemoryBytes => trial.MemoryBytes;

    public override object? Settings => trial;

    public override CodeRoots Roots => OwnMake;

    // No FormattableString: it takes objects, so that the order of members would count in the fingerprint of every table.
    public static string NameOf(string experiment, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{experiment}/{index + 1}");

    public override void Make(Job job)
    {
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = job.Open,
                Reading = features => FeatureFile.Read(job.OpenRead(features.Target, FeatureFile.Name)),
                Using = k => ResultOf(job, used[k]),
                Checkpoints = job.Checkpoints,
                Progress = job.Report,
            }
        );
        TrialFiles.Write(result, job.Write);
    }

    internal static TrialResult ResultOf(Job job, string target) =>
        TrialFiles.Read(file => job.Has(target, file) ? job.Read(target, file) : null);
}
