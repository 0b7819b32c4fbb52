using Research.Data;
using Research.Data.Classes;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>A classical classifier on one vector an item: standardise on the training rows, fit, predict; for one split or several.</summary>
public sealed record VectorTrial : Trial
{
    // Data: one dataset, or two for one corpus against another
    public required IReadOnlyList<FeatureSet> Vectors { get; init; }

    /// <summary>The vectors in words, as tables have them.</summary>
    public required string VectorsName { get; init; }

    /// <summary>How items get their classes; null for those that the dataset says.</summary>
    public ClassRule? Classes { get; init; }

    public required GroupScale Scale { get; init; }

    public required Resampling Splits { get; init; }

    /// <summary>The split in words, such as "random split".</summary>
    public required string SplitName { get; init; }

    // Model
    public required ClassifierSettings Classifier { get; init; }

    /// <summary>Whether the fitted classifier of the only split is kept.</summary>
    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        string.Join(
            '/',
            new[]
            {
                string.Join(" to ", Data.Select(data => data.Id)),
                VectorsName,
                Classes?.Name ?? "",
                Scale == GroupScale.None ? "" : $"scaled {Scale}",
                Classifier.Name,
                SplitName,
                FormattableString.Invariant($"seed {Seed}"),
                KeepsModel ? "kept" : "",
            }.Where(text => text.Length > 0)
        );

    public override IReadOnlyList<DatasetRef> Data => [.. Vectors.Select(vectors => vectors.Data)];

    public override IReadOnlyList<FeatureSet> Features => Vectors;

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset[] datasets = [.. Data.Select(inputs.Open)];
        SplitItems items = ItemsOf(datasets);
        Matrix all = VectorSet.Rows([.. Vectors.SelectMany(inputs.Read)]);
        Matrix rows = GroupScaling.Apply(Scale, Classes is null ? all : RowsOf(Classes, datasets, all), items);
        IReadOnlyList<Resample> splits = Splits.Of(items, Seed);
        ClassItems[] data = [.. splits.Select(split => ItemsOf(items, split.Split))];
        Fitted[] fitted = ParallelLoop.Select(
            splits.Count,
            s =>
            {
                Fitted own = FitAndPredict(data[s], rows, splits[s]);
                inputs.Advance(1.0 / splits.Count);
                return own;
            }
        );
        return new TrialResult
        {
            Predictions =
            [
                .. fitted.SelectMany(own => own.Predicted).GroupBy(own => own.Subset).Select(part => Joined([.. part], items)),
            ],
            Numbers = fitted is [var one] ? one.Familiar : new Dictionary<string, IReadOnlyList<double>>(),
            Model = fitted is [var only] ? only.Model : null,
        };
    }

    /// <summary>The items that take part: those that have a class.</summary>
    public SplitItems ItemsOf(IReadOnlyList<Dataset> datasets) =>
        SplitItems.Of(Classes is null ? datasets : [.. datasets.Select(Classes.Of)]);

    private static Matrix RowsOf(ClassRule rule, Dataset[] datasets, Matrix rows)
    {
        string?[] classes = [.. datasets.SelectMany(data => rule.Of(data.Items))];
        return rows.Take([.. Enumerable.Range(0, classes.Length).Where(i => classes[i] is not null)]);
    }

    // Classes of one corpus against another are those that both have.
    private ClassItems ItemsOf(SplitItems items, TrainValidationTest parts)
    {
        Protocol? protocol = Splits is OneSplit one ? one.Protocol : null;
        IReadOnlyList<string> labels = protocol?.ClassesOf(items) ?? items.Classes;
        var places = Enumerable.Range(0, labels.Count).ToDictionary(k => labels[k]);
        int[] classes = [.. items.Labels.Select(label => label is not null && places.TryGetValue(label, out int k) ? k : -1)];
        return new ClassItems(items, labels, classes, parts);
    }

    private Fitted FitAndPredict(ClassItems data, Matrix rows, Resample split)
    {
        (int[] train, int[] validation, int[] test) = (split.Split.Train, split.Split.Validation, split.Split.Test);
        Matrix training = rows.Take(train);
        Standardizer standardizer = Standardizer.Fit(training);
        IClassifier model = Classifier.Fit(standardizer.Apply(training), data.ClassesOf(train), data.Labels.Count, split.Seed);
        (string Subset, int[] Items)[] parts =
            validation.Length > 0 ? [(SubsetNames.Validation, validation), (split.Subset, test)] : [(split.Subset, test)];
        if (!KeepsModel)
        {
            return new(
                [.. parts.Select(part => data.Predicted(part.Subset, part.Items, model.Predict(Scaled(part.Items))))],
                [],
                null
            );
        }

        var kept = (LogisticRegression)model;
        return new(
            [.. parts.Select(part => WithProbabilities(part.Subset, part.Items))],
            parts.ToDictionary(part => Familiarity.NameOf(part.Subset), part => FamiliarityOf(Scaled(part.Items))),
            VectorFile.Write(standardizer, kept)
        );

        Matrix Scaled(int[] items) => standardizer.Apply(rows.Take(items));

        ClassPredictions WithProbabilities(string subset, int[] items)
        {
            Matrix probabilities = kept.Probabilities(Scaled(items));
            return data.Predicted(
                subset,
                items,
                model.Predict(Scaled(items)),
                [.. Enumerable.Range(0, items.Length).Select(i => probabilities.Row(i).ToArray())]
            );
        }
    }

    private static IReadOnlyList<double> FamiliarityOf(Matrix scaled) =>
        [.. Enumerable.Range(0, scaled.Rows).Select(i => Familiarity.OfStandardised(scaled.Row(i)))];

    private sealed record Fitted(ClassPredictions[] Predicted, Dictionary<string, IReadOnlyList<double>> Familiar, byte[]? Model);

    // Folds of one part become one prediction an item, in the order of the items.
    private static ClassPredictions Joined(ClassPredictions[] folds, SplitItems items)
    {
        if (folds.Length == 1)
        {
            return folds[0];
        }

        var places = Enumerable.Range(0, items.Count).ToDictionary(i => items.Names[i]);
        (string Item, int Truth, int Predicted)[] all =
        [
            .. folds
                .SelectMany(fold => fold.Items.Select((item, i) => (item, fold.Truth[i], fold.Predicted[i])))
                .OrderBy(entry => places[entry.item]),
        ];
        return folds[0] with
        {
            Items = [.. all.Select(entry => entry.Item)],
            Truth = [.. all.Select(entry => entry.Truth)],
            Predicted = [.. all.Select(entry => entry.Predicted)],
        };
    }
}
