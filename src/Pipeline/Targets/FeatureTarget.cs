using Research.Pipeline.Closures;

namespace Research.Pipeline.Targets;

/// <summary>A feature set, computed once.</summary>
internal sealed class FeatureTarget(FeatureSet features) : Target
{
    public FeatureSet Features => features;

    public override string Name => features.Target;

    public override TargetKind Kind => TargetKind.Features;

    public override IReadOnlyList<string> Upstream =>
        [DatasetTarget.NameOf(features.Data), .. features.Assets.Select(DatasetTarget.NameOf)];

    public override object? Settings => features;

    public override CodeRoots Roots => OwnMake;

    public override void Make(Job job) =>
        FeatureFile.Write(Path.Combine(job.Folder, FeatureFile.Name), features.Compute(new FeatureInputs(features, job.Open)));
}
