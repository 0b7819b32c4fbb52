using Research.Data;
using Research.Data.Splits;
using Research.Models.Networks;
using Research.Models.Networks.Items;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>What a network learns of each item: its class, or real values.</summary>
public abstract record ItemTask
{
    /// <summary>The task over opened data.</summary>
    internal abstract IPreparedTask Over(SplitItems items, IReadOnlyList<Item> all, Protocol protocol, TrainValidationTest split);
}

/// <summary>A task with the truth of a dataset's items.</summary>
internal interface IPreparedTask
{
    int Outputs { get; }

    IItemLoss Loss { get; }

    /// <summary>What outputs of a network say of some items.</summary>
    Predictions Predicted(string subset, int[] items, float[][] outputs);
}

/// <summary>One class an item.</summary>
public sealed record ClassesTask : ItemTask
{
    /// <summary>Whether each class weighs the same in training, however many items it has.</summary>
    public required bool BalancesClasses { get; init; }

    /// <summary>Share of the truth that is spread over all classes; 0 for none.</summary>
    public required double Smoothing { get; init; }

    internal override IPreparedTask Over(
        SplitItems items,
        IReadOnlyList<Item> all,
        Protocol protocol,
        TrainValidationTest split
    ) => new Prepared(ClassItems.Of(items, protocol, split), this);

    private sealed class Prepared(ClassItems data, ClassesTask task) : IPreparedTask
    {
        public int Outputs => data.Labels.Count;

        public IItemLoss Loss =>
            new ClassLoss(data.Classes, task.BalancesClasses ? Weights(data.ClassesOf(data.Split.Train)) : null, task.Smoothing);

        public Predictions Predicted(string subset, int[] items, float[][] outputs) =>
            data.Predicted(subset, items, [.. outputs.Select(ClassScores.Best)], [.. outputs.Select(ClassScores.Softmax)]);

        // Inverse to the number of items, 1 on average over the items.
        private float[] Weights(int[] classes) =>
            [
                .. Enumerable
                    .Range(0, Outputs)
                    .Select(c => (float)classes.Length / (Outputs * Math.Max(1, classes.Count(own => own == c)))),
            ];
    }
}

/// <summary>Real-valued targets of each item, standardised on the training items while a network learns them.</summary>
public sealed record ValuesTask : ItemTask
{
    /// <summary>Names, such as valence.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Weight of each target's squared error.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Whether training learns the weights (Kendall, Gal and Cipolla, 2018).</summary>
    public required bool LearnsWeights { get; init; }

    internal override IPreparedTask Over(
        SplitItems items,
        IReadOnlyList<Item> all,
        Protocol protocol,
        TrainValidationTest split
    ) => new Prepared(items, [.. all.Select(ValuesOf)], split, this);

    private double[] ValuesOf(Item item) =>
        [
            .. Targets.Select(name =>
                item.Targets.TryGetValue(name, out double value)
                    ? value
                    : throw new ResearchException(
                        $"'{item.Id}' has no target '{name}'; it has {(item.Targets.Count == 0 ? "none" : string.Join(", ", item.Targets.Keys))}."
                    )
            ),
        ];

    private sealed class Prepared : IPreparedTask
    {
        private readonly SplitItems _items;
        private readonly double[][] _truth;
        private readonly double[] _mean;
        private readonly double[] _deviation;
        private readonly ValuesTask _task;

        public Prepared(SplitItems items, double[][] truth, TrainValidationTest split, ValuesTask task)
        {
            (_items, _truth, _task) = (items, truth, task);
            double[][] columns =
            [
                .. Enumerable.Range(0, task.Targets.Count).Select(k => split.Train.Select(i => truth[i][k]).ToArray()),
            ];
            _mean = [.. columns.Select(column => OrderedSum.Mean(column))];
            _deviation =
            [
                .. columns
                    .Select(column => Math.Sqrt(OrderedSum.Variance(column, 0)))
                    .Select(deviation => deviation > 0 ? deviation : 1),
            ];
        }

        public int Outputs => _task.Targets.Count;

        public IItemLoss Loss =>
            new ValueLoss(
                [.. _truth.Select(own => own.Select((value, k) => (value - _mean[k]) / _deviation[k]).ToArray())],
                _task.Weights,
                _task.LearnsWeights
            );

        public Predictions Predicted(string subset, int[] items, float[][] outputs) =>
            new ValuePredictions(
                subset,
                [.. items.Select(i => _items.Names[i])],
                _task.Targets,
                [.. items.Select(i => _truth[i])],
                [.. outputs.Select(own => own.Select((value, k) => _mean[k] + (_deviation[k] * value)).ToArray())]
            );
    }
}
