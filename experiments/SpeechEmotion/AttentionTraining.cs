namespace Research.Experiments.SpeechEmotion;

/// <summary>The training of one attention network, with the accuracy on training items where it is asked for.</summary>
internal sealed class AttentionTraining : IDisposable
{
    private readonly ClassItems _data;
    private readonly AttentionVariant _variant;
    private readonly TrialInputs _inputs;
    private readonly int[] _train;
    private readonly TrainingSettings _settings;
    private readonly SupervisedTraining _training;

    /// <param name="frames">Of every item, as they were computed.</param>
    public AttentionTraining(ClassItems data, Matrix[] frames, AttentionVariant variant, ulong seed, TrialInputs inputs)
    {
        (_data, _variant, _inputs) = (data, variant, inputs);
        List<Matrix> sequences = [.. FrameScaler.Apply(frames, data.Split.Train, variant.Scaling)];
        List<int> classes = [.. data.Classes];
        if (variant.SyntheticNeighbours is { } neighbours)
        {
            AddSynthetic(sequences, classes, neighbours, seed);
        }

        _train = [.. data.Split.Train, .. Enumerable.Range(frames.Length, sequences.Count - frames.Length)];
        int count = data.Labels.Count;
        float[]? weights = variant.UsesClassWeights ? Weights([.. _train.Select(i => classes[i])], count) : null;
        bool[][]? voiced = variant.AttendsVoiced ? [.. frames.Select(ShortTermFrames.Voiced)] : null;
        Learner = new AttentionLearner(new AttentionItems(sequences, classes, count, voiced, weights), variant.Network, seed);
        _settings = variant.TrainingOf(_train.Length);
        _training = new SupervisedTraining(Learner, _settings, seed);
    }

    public AttentionLearner Learner { get; }

    /// <summary>Trains; a run that goes on after a kill repeats no epoch that it had done.</summary>
    public History Run()
    {
        return _training.Run(
            _train,
            _data.Split.Validation.Length > 0 ? Validate : null,
            new TrialCheckpoints(_inputs),
            "training",
            _ => _inputs.Advance(1.0 / _settings.Epochs)
        );

        MetricValues Validate()
        {
            MetricValues values = Learner.Score(_data.Split.Validation).AsValidation();
            return _variant.EvaluatesTrainingSet ? values.And(new((TrainingCurve.TrainAccuracy, TrainAccuracy()))) : values;
        }
    }

    public void Dispose()
    {
        _training.Dispose();
        Learner.Dispose();
    }

    // On as many items as validate.
    private double TrainAccuracy()
    {
        int[] train = _data.Split.Train;
        int validated = _data.Split.Validation.Length;
        int every = Math.Max(1, train.Length / validated);
        return Learner.Score([.. train.Where((_, i) => i % every == 0)]).Accuracy;
    }

    private void AddSynthetic(List<Matrix> sequences, List<int> classes, int neighbours, ulong seed)
    {
        int features = sequences[0].Columns;
        (Matrix rows, int[] own) = Smote.Of(
            FrameScaler.Rows([.. _data.Split.Train.Select(i => sequences[i])]),
            [.. _data.Split.Train.Select(i => classes[i])],
            neighbours,
            Rng.For(seed, "emotion/smote")
        );
        sequences.AddRange(Enumerable.Range(0, rows.Rows).Select(i => FrameScaler.Frames(rows.Row(i), features)));
        classes.AddRange(own);
    }

    private static float[] Weights(int[] classes, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(c => (float)classes.Length / (count * Math.Max(1, classes.Count(own => own == c)))),
        ];
}
