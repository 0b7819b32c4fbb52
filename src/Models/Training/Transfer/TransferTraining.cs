using Research.Models.Checkpoints;
using Research.Models.Training.RangeTest;

namespace Research.Models.Training.Transfer;

/// <summary>Trains as <see cref="TransferSettings"/> say: range test, then epochs at the suggested rate.</summary>
public static class TransferTraining
{
    private const int FewestPoints = 2; // that a slope needs

    /// <param name="learner">Its network starts as it is.</param>
    /// <param name="frozen">Paths of parts that keep their weights.</param>
    /// <param name="validate">The values of an epoch, with validation_loss; null for none: then the rate stays.</param>
    /// <param name="seed">Of the order and of dropout.</param>
    /// <param name="name">Of the checkpoints.</param>
    public static TransferResult Run(
        ILearner learner,
        IReadOnlyList<string> frozen,
        TransferSettings settings,
        IReadOnlyList<int> items,
        Func<MetricValues>? validate,
        ICheckpoints checkpoints,
        string name,
        ulong seed,
        Action<EpochRecord>? epochDone = null
    )
    {
        RangeTestResult? test = settings.RangeTest is { } range ? Tested(learner, frozen, settings, range, items, seed) : null;
        double rate = RateOf(test, settings);
        using SupervisedStep step = StepAt(learner, frozen, settings, rate, plateau: validate is not null);
        var trainer = new Trainer(
            step,
            new TrainerSettings
            {
                Epochs = settings.Epochs,
                BatchSize = settings.BatchSize,
                Monitor = validate is null ? null : MonitoredMetric.ValidationLoss,
                Stopping = null,
                Average = null,
            },
            seed
        );
        return new(trainer.Run(items, validate, checkpoints, name, epochDone), test, rate);
    }

    /// <summary>The stated share of a test's steepest rate; the settings' own where there is none, or where it ended too early to say.</summary>
    public static double RateOf(RangeTestResult? test, TransferSettings settings) =>
        test is null || test.Points.Count < settings.SkipFirst + settings.SkipLast + FewestPoints
            ? settings.LearningRate
            : settings.RateShare * test.SteepestRate(settings.SkipFirst, settings.SkipLast);

    private static RangeTestResult Tested(
        ILearner learner,
        IReadOnlyList<string> frozen,
        TransferSettings settings,
        RangeTestSettings range,
        IReadOnlyList<int> items,
        ulong seed
    )
    {
        using SupervisedStep step = StepAt(learner, frozen, settings, range.LowestRate, plateau: false);
        return LearningRateRangeTest.Run(step, items, range, seed);
    }

    private static SupervisedStep StepAt(
        ILearner learner,
        IReadOnlyList<string> frozen,
        TransferSettings settings,
        double rate,
        bool plateau
    ) =>
        new(
            learner,
            new SupervisedSettings
            {
                Optimizer = new()
                {
                    Kind = OptimizerKind.Sgd,
                    LearningRate = rate,
                    WeightDecay = 0,
                    Momentum = settings.Momentum,
                },
                Schedule = plateau ? settings.Plateau : new Schedules.ConstantRate(),
                GradientNorm = null,
                MicroBatches = settings.MicroBatches,
                Frozen = frozen,
            }
        );
}
