using Research.Models.Training.RangeTest;
using Research.Models.Training.Schedules;

namespace Research.Models.Training.Transfer;

/// <summary>Training by stochastic gradient descent at a rate that a range test suggests, lowered on plateaus.</summary>
public sealed record TransferSettings
{
    public required int Epochs { get; init; }

    public required int BatchSize { get; init; }

    public required double Momentum { get; init; }

    /// <summary>Parts in which a batch goes through the network, see <see cref="SupervisedSettings.MicroBatches"/>.</summary>
    public required int MicroBatches { get; init; }

    /// <summary>Finds the rate; null to take <see cref="LearningRate"/>.</summary>
    public required RangeTestSettings? RangeTest { get; init; }

    /// <summary>How much of the suggested rate is taken: 1 for all of it.</summary>
    public required double RateShare { get; init; }

    /// <summary>Points of the range test that do not count, at its beginning.</summary>
    public required int SkipFirst { get; init; }

    /// <summary>Points of the range test that do not count, at its end.</summary>
    public required int SkipLast { get; init; }

    /// <summary>The rate without a range test, or where it has too few points.</summary>
    public required double LearningRate { get; init; }

    public required ReduceOnPlateau Plateau { get; init; }

    /// <summary>The film study's: 20 epochs, momentum 0.9, the steepest rate of torch-lr-finder's defaults, patience 3. It states no batch size; 32 is taken.</summary>
    public static TransferSettings Film =>
        new()
        {
            Epochs = 20,
            BatchSize = 32,
            Momentum = 0.9,
            MicroBatches = 1,
            RangeTest = new()
            {
                LowestRate = 1e-7,
                HighestRate = 10,
                Steps = 100,
                BatchSize = 32,
                Loss = MetricNames.TrainLoss,
                Smoothing = 0.05,
                Divergence = 5,
            },
            RateShare = 1,
            SkipFirst = 10,
            SkipLast = 5,
            LearningRate = 1e-3,
            Plateau = new()
            {
                Factor = 0.1,
                Patience = 3,
                Threshold = 1e-4,
                ThresholdKind = PlateauThreshold.Relative,
                Cooldown = 0,
                LowestRate = 0,
            },
        };
}
