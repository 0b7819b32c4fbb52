using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Models.Networks;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>One left-right GMM-HMM a class over MFCC frames: standardise on the training frames, train, predict the validation and the test items.</summary>
public sealed record HmmTrial : Trial
{
    // Data
    public required DatasetRef Dataset { get; init; }

    /// <summary>A second dataset of the same classes that is tested whole, as a part of its own name; null for none.</summary>
    public required DatasetRef? AlsoTested { get; init; }

    public required Protocol Protocol { get; init; }

    /// <summary>The split in words, where an experiment has more than one; else empty.</summary>
    public required string Fold { get; init; }

    // Features
    public required MfccFrames Frames { get; init; }

    /// <summary>Whether each recording is brought to mean 0 and deviation 1 by itself (Viikki and Laurila, 1998).</summary>
    public required bool PerUtterance { get; init; }

    // Model
    public required HmmSettings Hmm { get; init; }

    public required string Remark { get; init; }

    /// <summary>Whether the trained models are kept.</summary>
    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        string.Join(
            '/',
            new[] { VariantName, FormattableString.Invariant($"seed {Seed}"), Fold, KeepsModel ? "kept" : "" }.Where(text =>
                text.Length > 0
            )
        );

    public string VariantName => HmmVariant.NameOf(Frames, Hmm, Remark) + (PerUtterance ? HmmVariant.Normalised : "");

    public override IReadOnlyList<DatasetRef> Data => AlsoTested is null ? [Dataset] : [Dataset, AlsoTested];

    public override IReadOnlyList<FeatureSet> Features => [.. Data.Select(data => Frames.On(data))];

    public override TrialResult Run(TrialInputs inputs)
    {
        var data = ClassItems.Open(inputs, [Dataset], Protocol, Seed);
        Matrix[] clips = Read(inputs, Dataset);
        Matrix[] training = [.. data.Split.Train.Select(i => clips[i])];
        Standardizer standardizer = Standardizer.Fit(training);
        HmmClassifier models = HmmClassifier.Fit(
            ParallelLoop.Select(training.Length, i => standardizer.Apply(training[i])),
            data.ClassesOf(data.Split.Train),
            data.Labels.Count,
            Hmm,
            Seed,
            new TrialCheckpoints(inputs),
            "training"
        );
        var familiar = new Dictionary<string, IReadOnlyList<double>>();
        return new TrialResult
        {
            Predictions =
            [
                .. data.Split.Validation.Length > 0 ? [Of(data, SubsetNames.Validation, data.Split.Validation, clips)] : Nothing,
                Of(data, SubsetNames.Test, data.Split.Test, clips),
                .. AlsoTested is null ? Nothing : [OfOther(inputs, AlsoTested)],
            ],
            Numbers = familiar,
            Model = KeepsModel ? HmmFile.Write(standardizer, models) : null,
        };

        ClassPredictions OfOther(TrialInputs inputs, DatasetRef other)
        {
            var items = SplitItems.Of(inputs.Open(other));
            var all = new ClassItems(
                items,
                data.Labels,
                items.ClassIndices(),
                new([], [], [.. Enumerable.Range(0, items.Count)])
            );
            return Of(all, other.Id, all.Split.Test, Read(inputs, other));
        }

        ClassPredictions Of(ClassItems from, string part, int[] items, Matrix[] frames)
        {
            double[][] scores = models.LogProbabilities(
                ParallelLoop.Select(items.Length, i => standardizer.Apply(frames[items[i]]))
            );
            int[] predicted = [.. scores.Select(row => Array.IndexOf(row, row.Max()))];
            if (KeepsModel)
            {
                familiar[Familiarity.NameOf(part)] =
                [
                    .. scores.Select((row, i) => Familiarity.OfHmms(row, frames[items[i]].Rows)),
                ];
            }

            return from.Predicted(part, items, predicted, [.. scores.Select(ClassScores.Softmax)]);
        }
    }

    private static ClassPredictions[] Nothing => [];

    private Matrix[] Read(TrialInputs inputs, DatasetRef data)
    {
        Matrix[] frames = inputs.Read(Frames.On(data));
        return PerUtterance ? ParallelLoop.Select(frames.Length, i => Standardizer.PerUtterance(frames[i])) : frames;
    }
}
