using Research.Data;
using Research.Pipeline;
using Research.Pipeline.Closures;
using Research.Pipeline.Engines;
using Research.Pipeline.Targets;
using Research.Results.Trials;

namespace Research.Evaluation.Witnessing;

/// <summary>One trial trained by this program's engine with its losses written down. Our engine leaves its first weights; TorchSharp starts from them.</summary>
/// <param name="name">Of the trial, such as Digits.Lstm/1.</param>
public sealed class WitnessTarget(string name, Trial trial, Profile profile) : Target
{
    /// <summary>Its file with the losses and what came out.</summary>
    public const string Record = WitnessRecord.File;

    private const string Weights = ".weights";

    /// <summary>Name of the trial.</summary>
    public string TrialName => name;

    public Trial Trial => trial;

    public override string Name => $"witness:{name}";

    public override TargetKind Kind => TargetKind.Report;

    public override bool OnlyByName => true;

    public override IReadOnlyList<string> Upstream { get; } =
    [.. trial.Data.Select(DatasetTarget.NameOf).Concat(trial.Features.Select(features => features.Target)).Distinct()];

    public override string? Folder { get; } = $"witness/{profile.Name()}/{name.Replace('/', '-')}";

    public override long MemoryBytes => trial.MemoryBytes;

    public override object? Settings => trial;

    public override CodeRoots Roots => OwnMake;

    /// <summary>With TorchSharp the first weights, which our engine must have left.</summary>
    /// <exception cref="DataUnavailableException">It has not.</exception>
    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) =>
        TensorEngine.GivesEqualBits
            ? base.Data(inputs)
            : FirstWeights(inputs.Root).ToDictionary(file => Path.GetFileName(file), inputs.Hashes.Of);

    public override void Make(Job job)
    {
        var checkpoints = new WitnessCheckpoints(training => Handed(job.Root, training));
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = job.Open,
                Reading = features => FeatureFile.Read(job.OpenRead(features.Target, FeatureFile.Name)),
                Using = _ => throw new InvalidOperationException($"{name} uses another trial; such are not witnessed."),
                Checkpoints = checkpoints,
                Progress = job.Report,
            }
        );
        job.Write(WitnessRecord.File, WitnessRecord.Of(checkpoints.Trainings.Values.Select(own => own.Training), result).ToCsv());
        if (TensorEngine.GivesEqualBits)
        {
            foreach ((string training, (_, byte[] weights)) in checkpoints.Trainings)
            {
                job.Write(training + Weights, weights);
            }
        }
    }

    private byte[]? Handed(string root, string training) =>
        TensorEngine.GivesEqualBits ? null : File.ReadAllBytes(Path.Combine(PortableFolder(root), training + Weights));

    private string[] FirstWeights(string root) =>
        Directory.Exists(PortableFolder(root)) && Directory.GetFiles(PortableFolder(root), "*" + Weights) is { Length: > 0 } files
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new DataUnavailableException(
                $"{name} has no first weights of the engine {TensorEngine.Portable} yet. Run --target Witness without --engine."
            );

    private string PortableFolder(string root) => Path.Combine(root, TensorEngine.PortableArtifacts, Folder!);
}
