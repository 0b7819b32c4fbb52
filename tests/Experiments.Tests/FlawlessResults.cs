using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Experiments.Digits;
using Research.Experiments.SpeechEmotion;
using Research.Models.Training;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Experiments.Tests;

/// <summary>Results of trials that are not trained: every item is predicted right, and every epoch is like the others.</summary>
/// <remarks>With them the tables of profile paper are made in seconds: which published figures they answer hangs on settings alone.</remarks>
internal sealed class FlawlessResults
{
    private readonly Dictionary<string, Dataset> _datasets;
    private readonly Dictionary<Trial, TrialResult> _made = [];

    public FlawlessResults(params IReadOnlyList<Dataset> datasets) => _datasets = datasets.ToDictionary(data => data.Id);

    /// <summary>Figures and tables of an experiment whose trials all have such results.</summary>
    public Measurement Tabulate(Experiment experiment)
    {
        var run = new TinyRun([.. _datasets.Values]);
        return run.Tabulate(experiment, trial => Of(trial));
    }

    // Null for a trial that is quick enough to be run.
    private TrialResult? Of(Trial trial)
    {
        if (_made.TryGetValue(trial, out TrialResult? made))
        {
            return made;
        }

        TrialResult? result = trial switch
        {
            HmmTrial hmm => Predicted(hmm.Dataset, hmm.Protocol, hmm.Seed),
            BackgroundTrial { Protocol: GroupLeftOut } => Voice(),
            BackgroundTrial background => Predicted(background.Dataset, background.Protocol, background.Seed),
            RecurrentTrial net => Predicted(net.Dataset, net.Protocol, net.Seed) with { Curve = Curve(net.Variant.Training) },
            PerceptronTrial net => Predicted(net.Vectors.Data, net.Protocol, net.Seed),
            VectorTrial vector => Predicted(vector),
            AttentionTrial net => Attention(net),
            RankedSizeTrial ranked => Ranked(ranked),
            SineTrial sine => Sine(sine),
            StrangersTrial => Strangers(),
            _ => FlawlessPictures.Of(trial, _datasets),
        };
        if (result is not null)
        {
            result = Familiar(result);
            _made.Add(trial, result);
        }

        return result;
    }

    // Every recording is as familiar as the others.
    private static TrialResult Familiar(TrialResult result) =>
        result with
        {
            Numbers = result
                .Numbers.Concat(
                    result.Predictions.Select(part =>
                        KeyValuePair.Create(Familiarity.NameOf(part.Subset), (IReadOnlyList<double>)new double[part.Items.Count])
                    )
                )
                .ToDictionary(),
        };

    private static TrialResult Voice() =>
        new()
        {
            Numbers = new[] { SubsetNames.Validation, SubsetNames.Test }.ToDictionary(
                Familiarity.NameOf,
                _ => (IReadOnlyList<double>)[1.0]
            ),
        };

    private static TrialResult Strangers() =>
        new()
        {
            Numbers = new[]
            {
                StrangersTrial.Familiarities,
                StrangersTrial.Backgrounds,
                StrangersTrial.Certainties,
                StrangersTrial.CertaintiesAsTheyAre,
            }.ToDictionary(name => name, _ => (IReadOnlyList<double>)[1.0]),
        };

    private static TrainingCurve Curve(TrainingSettings training) =>
        new(
            [
                TrainingCurve.TrainLoss,
                TrainingCurve.TrainAccuracy,
                TrainingCurve.ValidationLoss,
                TrainingCurve.ValidationAccuracy,
            ],
            [.. Enumerable.Repeat(new[] { 0.5, 0.5, 0.5, 0.5 }, training.Epochs)],
            1
        );

    private TrialResult Predicted(DatasetRef dataset, Protocol protocol, ulong seed)
    {
        var items = ClassItems.Of(SplitItems.Of(_datasets[dataset.Id]), protocol, seed);
        return new TrialResult
        {
            Predictions =
            [
                Right(items, SubsetNames.Validation, items.Split.Validation),
                Right(items, SubsetNames.Test, items.Split.Test),
            ],
        };
    }

    private TrialResult Predicted(VectorTrial trial)
    {
        SplitItems items = trial.ItemsOf([.. trial.Data.Select(data => _datasets[data.Id])]);
        var all = new ClassItems(items, items.Classes, items.ClassIndices(), new([], [], []));
        return new TrialResult
        {
            Predictions =
            [
                .. trial
                    .Splits.Of(items, trial.Seed)
                    .SelectMany(split =>
                        new[]
                        {
                            Right(all, split.Subset, split.Split.Test),
                            Right(all, SubsetNames.Validation, split.Split.Validation),
                        }
                    )
                    .DistinctBy(predictions => predictions.Subset),
            ],
        };
    }

    // The last sizes first, as the report chose large ones.
    private TrialResult Ranked(RankedSizeTrial trial)
    {
        RecurrentTrial[] sizes = [.. trial.Sizes.DistinctBy(size => size.Variant).Reverse()];
        return Of(sizes[trial.Rank])! with
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [RankedSizeTrial.Hidden] = [sizes[trial.Rank].Variant.Network.Hidden],
                [RankedSizeTrial.Layers] = [sizes[trial.Rank].Variant.Network.Layers],
            },
        };
    }

    private TrialResult Attention(AttentionTrial trial)
    {
        var items = ClassItems.Of(SplitItems.Of([.. trial.Data.Select(data => _datasets[data.Id])]), trial.Protocol, trial.Seed);
        ClassPredictions tested = Right(items, SubsetNames.Test, items.Split.Test);
        return new TrialResult
        {
            Predictions = [tested],
            Curve = Curve(trial.Variant.Training),
            Numbers = trial.KeepsModel
                ? new Dictionary<string, IReadOnlyList<double>> { [AttentionTrial.AttentionOf + tested.Items[0]] = [1.0] }
                : new Dictionary<string, IReadOnlyList<double>>(),
        };
    }

    private static TrialResult Sine(SineTrial trial) =>
        new()
        {
            Curve = Curve(trial.Variant.Training),
            Numbers = new (string Name, int Count)[]
            {
                (SineTrial.ValidationError, 1),
                (SineTrial.TestError, 1),
                (SineTrial.TestErrorAfterFirst, 1),
                (SineTrial.Sine, trial.Waves.Points),
                (SineTrial.Cosine, trial.Waves.Points),
                (SineTrial.Predicted, trial.Waves.Points),
            }.ToDictionary(own => own.Name, own => (IReadOnlyList<double>)new double[own.Count]),
        };

    private static ClassPredictions Right(ClassItems items, string part, int[] places) =>
        items.Predicted(
            part,
            places,
            items.ClassesOf(places),
            [.. places.Select(i => One(items.Labels.Count, items.Classes[i]))]
        );

    private static double[] One(int count, int place)
    {
        var row = new double[count];
        row[place] = 1;
        return row;
    }
}
