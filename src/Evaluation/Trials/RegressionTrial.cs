using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Regressors;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>A classical regressor on one vector an item: standardise on the training rows, fit one model a target, predict; for one split or several.</summary>
public sealed record RegressionTrial : Trial
{
    // Data: one dataset, or two for one corpus against another
    public required IReadOnlyList<FeatureSet> Vectors { get; init; }

    /// <summary>The vectors in words, as tables have them.</summary>
    public required string VectorsName { get; init; }

    /// <summary>Names of the targets to predict, which every item must have.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    public required GroupScale Scale { get; init; }

    public required Resampling Splits { get; init; }

    /// <summary>The split in words, such as "random split".</summary>
    public required string SplitName { get; init; }

    // Model
    public required RegressorSettings Regressor { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        string.Join(
            '/',
            new[]
            {
                string.Join(" to ", Data.Select(data => data.Id)),
                VectorsName,
                Scale == GroupScale.None ? "" : $"scaled {Scale}",
                string.Join(" ", Targets),
                Regressor.Name,
                SplitName,
                FormattableString.Invariant($"seed {Seed}"),
            }.Where(text => text.Length > 0)
        );

    public override IReadOnlyList<DatasetRef> Data => [.. Vectors.Select(vectors => vectors.Data)];

    public override IReadOnlyList<FeatureSet> Features => Vectors;

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset[] data = [.. Data.Select(inputs.Open)];
        var items = SplitItems.Of(data);
        Matrix rows = GroupScaling.Apply(Scale, VectorSet.Rows([.. Vectors.SelectMany(inputs.Read)]), items);
        Matrix truth = ItemTargets.Of([.. data.SelectMany(own => own.Items)], Targets);
        IReadOnlyList<Resample> splits = Splits.Of(items, Seed);
        Predicted[][] parts = ParallelLoop.Select(
            splits.Count,
            s =>
            {
                Predicted[] own = FitAndPredict(rows, truth, splits[s]);
                inputs.Advance(1.0 / splits.Count);
                return own;
            }
        );
        return new TrialResult
        {
            Predictions =
            [
                .. parts.SelectMany(own => own).GroupBy(own => own.Subset).Select(part => Joined(part.Key, part, items, truth)),
            ],
        };
    }

    private Predicted[] FitAndPredict(Matrix rows, Matrix truth, Resample split)
    {
        (int[] train, int[] validation, int[] test) = (split.Split.Train, split.Split.Validation, split.Split.Test);
        Matrix training = rows.Take(train);
        Standardizer standardizer = Standardizer.Fit(training);
        Matrix scaled = standardizer.Apply(training);
        Matrix targets = truth.Take(train);
        IRegressor[] models =
        [
            .. Enumerable.Range(0, targets.Columns).Select(t => Regressor.Fit(scaled, targets.Column(t), split.Seed)),
        ];
        return validation.Length > 0
            ? [Part(SubsetNames.Validation, validation), Part(split.Subset, test)]
            : [Part(split.Subset, test)];

        Predicted Part(string subset, int[] items)
        {
            Matrix own = standardizer.Apply(rows.Take(items));
            return new(subset, items, [.. models.Select(model => model.Predict(own))]);
        }
    }

    // Folds of one part become one prediction an item, in the order of the items.
    private ValuePredictions Joined(string subset, IEnumerable<Predicted> folds, SplitItems items, Matrix truth)
    {
        (int Item, double[] Values)[] all =
        [
            .. folds
                .SelectMany(fold => fold.Items.Select((item, i) => (item, fold.Values.Select(target => target[i]).ToArray())))
                .OrderBy(entry => entry.item),
        ];
        return new(
            subset,
            [.. all.Select(entry => items.Names[entry.Item])],
            Targets,
            [.. all.Select(entry => truth.Row(entry.Item).ToArray())],
            [.. all.Select(entry => entry.Values)]
        );
    }

    // Values: shape [targets][items].
    private sealed record Predicted(string Subset, int[] Items, double[][] Values);
}
