namespace Research.Experiments.Digits;

/// <summary>One recurrent net that turns points of a sine into those of the cosine.</summary>
internal sealed record SineTrial : Trial
{
    public const string ValidationError = "validation mse";
    public const string TestError = "test mse";
    public const string TestErrorAfterFirst = "test mse of points 2-10";
    public const string Sine = "sine";
    public const string Cosine = "cosine";
    public const string Predicted = "predicted";

    private const double FrequencyHz = 40;

    // Data: generated
    public required SineWaves Waves { get; init; }

    // Model
    public required SineVariant Variant { get; init; }

    public required ulong Seed { get; init; }

    public override string Description => FormattableString.Invariant($"{Variant.Name}/seed {Seed}");

    public override IReadOnlyList<DatasetRef> Data => [];

    public override TrialResult Run(TrialInputs inputs)
    {
        (float[][] sines, float[][] cosines) = Draw();
        int[] order = Rng.For(Seed, "digits/sines/split").Permutation(Waves.Sequences);
        int tested = (int)(Waves.Sequences * Waves.TestFraction);
        int validated = (int)((Waves.Sequences - tested) * Waves.ValidationFraction);
        int[] test = order[..tested];
        int[] validation = order[tested..(tested + validated)];
        int steps = Variant.PointByPoint ? Waves.Points : 1;
        using var learner = new RegressionLearner(sines, cosines, steps, Variant.Network, Seed);
        using var loop = new SupervisedTraining(learner, Variant.Training, Seed);
        History history = loop.Run(
            order[(tested + validated)..],
            () => learner.Score(validation).AsValidation(),
            new TrialCheckpoints(inputs),
            "training",
            _ => inputs.Advance(1.0 / Variant.Training.Epochs)
        );
        return new TrialResult
        {
            Curve = new TrainingCurve(
                [TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss],
                [.. history.Epochs.Select(epoch => new[] { epoch.TrainLoss, epoch.Validation!.Loss })],
                history.BestEpoch
            ),
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [ValidationError] = [learner.Error(validation, 0)],
                [TestError] = [learner.Error(test, 0)],
                [TestErrorAfterFirst] = [learner.Error(test, 1)],
                [Sine] = Doubles(sines[test[0]]),
                [Cosine] = Doubles(cosines[test[0]]),
                [Predicted] = Doubles(learner.Predict([test[0]])[0]),
            },
        };
    }

    private static double[] Doubles(float[] values) => [.. values.Select(value => (double)value)];

    private (float[][] Sines, float[][] Cosines) Draw()
    {
        Rng rng = Rng.For(Seed, "digits/sines/phase");
        var sines = new float[Waves.Sequences][];
        var cosines = new float[Waves.Sequences][];
        for (int i = 0; i < Waves.Sequences; i++)
        {
            double phase = rng.NextDouble(0, 2 * Math.PI) * (Variant.RandomPhase ? 1 : 0);
            double[] angles =
            [
                .. Enumerable
                    .Range(0, Waves.Points)
                    .Select(p => (2 * Math.PI * FrequencyHz * p / (FrequencyHz * (Waves.Points - 1))) + phase),
            ];
            sines[i] = [.. angles.Select(angle => (float)PortableMath.Sin(angle))];
            cosines[i] = [.. angles.Select(angle => (float)PortableMath.Cos(angle))];
        }

        return (sines, cosines);
    }
}
