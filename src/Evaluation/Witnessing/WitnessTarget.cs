using Research.Data;
using Research.Models.Witnessing;
using Research.Numerics;
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

    /// <summary>The same with weights that were moved by a millionth at every update; our engine alone makes it.</summary>
    public const string Perturbed = "perturbed.csv";

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
        if (TensorEngine.GivesEqualBits)
        {
            WitnessCheckpoints own = Train(job, Record, 0, (_, _) => { });
            foreach ((string training, (_, byte[] weights)) in own.Trainings)
            {
                job.Write(training + Weights, weights);
            }

            Train(job, Perturbed, 0.5, (training, watched) => watched.Perturb(Rng.For(0, $"witness/{training}")));
        }
        else
        {
            Train(job, Record, 0, (training, watched) => watched.StartFrom(Handed(job.Root, training)));
        }
    }

    // Our engine trains twice, so each training is half of the work.
    private WitnessCheckpoints Train(Job job, string file, double before, Action<string, WitnessedTraining> begin)
    {
        var checkpoints = new WitnessCheckpoints(begin);
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = job.Open,
                Reading = features => FeatureFile.Read(job.OpenRead(features.Target, FeatureFile.Name)),
                Using = _ => throw new InvalidOperationException($"{name} uses another trial; such are not witnessed."),
                Checkpoints = checkpoints,
                Progress = share => job.Report(before + (TensorEngine.GivesEqualBits ? share / 2 : share)),
            }
        );
        job.Write(file, WitnessRecord.Of(checkpoints.Trainings.Values.Select(own => own.Training), result).ToCsv());
        return checkpoints;
    }

    private byte[] Handed(string root, string training) =>
        File.ReadAllBytes(Path.Combine(PortableFolder(root), training + Weights));

    private string[] FirstWeights(string root) =>
        Directory.Exists(PortableFolder(root)) && Directory.GetFiles(PortableFolder(root), "*" + Weights) is { Length: > 0 } files
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new DataUnavailableException(
                $"{name} has no first weights of the engine {TensorEngine.Portable} yet. Run --target Witness without --engine."
            );

    private string PortableFolder(string root) => Path.Combine(root, TensorEngine.PortableArtifacts, Folder!);
}
