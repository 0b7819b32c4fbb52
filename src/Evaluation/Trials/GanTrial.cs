using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Features.Images;
using Research.Models.Networks.Generative;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>A generative adversarial network that learns the pictures of one class and makes new ones.</summary>
/// <remarks>It learns from the training and the validation items, as the published study does; never from test items. Its model file is a <see cref="GeneratedFile"/>.</remarks>
public sealed record GanTrial : Trial
{
    private const int Colours = 3;

    private static PictureNormalization FromMinusOneToOne =>
        new()
        {
            RedFirst = true,
            Scale = 1 / 127.5,
            Means = [1, 1, 1],
            Deviations = [1, 1, 1],
        };

    // Data and features
    public required PictureSet Pictures { get; init; }

    /// <summary>The label whose items it learns.</summary>
    public required string Label { get; init; }

    // Model and training
    /// <summary>Networks and training in words, as tables have them.</summary>
    public required string VariantName { get; init; }

    public required GanSettings Gan { get; init; }

    /// <summary>Portions of the training, after each of which there is a line of history and a checkpoint.</summary>
    public required int Epochs { get; init; }

    /// <summary>Real pictures shown in each: a multiple of the batch size, and at least as many as there are, mirrored ones included.</summary>
    public required int PicturesAnEpoch { get; init; }

    // What is made
    /// <summary>New pictures.</summary>
    public required int Generated { get; init; }

    /// <summary>1 for none; below, pictures are more usual and less varied.</summary>
    public required double Truncation { get; init; }

    /// <summary>Whether the generator's weights are kept beside the pictures.</summary>
    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        FormattableString.Invariant(
            $"{Pictures.Levels.Data.Id}/{VariantName}/{Label}/{Pictures.SplitName}/seed {Seed}{(KeepsModel ? "/kept" : "")}"
        );

    public override IReadOnlyList<DatasetRef> Data => [Pictures.Levels.Data];

    public override IReadOnlyList<FeatureSet> Features => [Pictures.Levels];

    public override long MemoryBytes => 1L << 30;

    public override TrialResult Run(TrialInputs inputs)
    {
        if (PicturesAnEpoch < 1 || PicturesAnEpoch % Gan.BatchSize != 0)
        {
            throw new SettingsException($"{PicturesAnEpoch} pictures an epoch do not fall into batches of {Gan.BatchSize}.");
        }

        if (Gan.Networks.PictureChannels != Colours)
        {
            throw new SettingsException(
                $"A generator of {Gan.Networks.PictureChannels} channels: spectrogram pictures have {Colours}."
            );
        }

        var data = RuledItems.Of(inputs.Open(Pictures.Levels.Data), Pictures.Classes);
        if (data.Items.Count < Pictures.FewestItems)
        {
            return new TrialResult();
        }

        using var step = new StyleGanStep(Real(data, inputs), Gan, Seed);
        History history = Train(step, inputs);
        IReadOnlyList<float[]> made = GeneratedPictures.Of(step.Average, Generated, Truncation, Seed);
        Image[] images = [.. made.Select(planes => GeneratedFile.ImageOf(planes, Colours, Gan.Networks.Resolution))];
        return new TrialResult
        {
            Curve = CurveOf(history),
            Model = new GeneratedFile(images, KeepsModel ? ModelFile.Write(step.Average) : []).Write(),
        };
    }

    /// <summary>The items that it learns from.</summary>
    /// <exception cref="ResearchException">None has its label.</exception>
    internal int[] Learned(RuledItems data)
    {
        TrainValidationTest split = Pictures.Protocol.Of(SplitItems.Of(data.Dataset), Seed);
        int[] learned = [.. split.Train.Concat(split.Validation).Where(i => data.Items[i].Label == Label).Order()];
        return learned.Length > 0
            ? learned
            : throw new ResearchException(
                $"'{data.Dataset.Id}' has no training or validation item labelled '{Label}'; its labels are {string.Join(", ", data.Items.Select(item => item.Label).Distinct())}."
            );
    }

    private RealPictures Real(RuledItems data, TrialInputs inputs)
    {
        int[] learned = Learned(data);
        int views = learned.Length * (Gan.Mirrors ? 2 : 1);
        if (PicturesAnEpoch < views)
        {
            throw new SettingsException(
                $"{PicturesAnEpoch} pictures an epoch do not show all {views} of '{Label}', mirrored ones included: show at least so many, best a multiple."
            );
        }

        Matrix[] levels = inputs.Read(Pictures.Levels);
        int side = Gan.Networks.Resolution;
        return new RealPictures(
            [.. learned.Select(i => PictureLevels.Planes(levels[data.Places[i]], side, FromMinusOneToOne))],
            Gan.Networks
        );
    }

    private History Train(StyleGanStep step, TrialInputs inputs)
    {
        var settings = new TrainerSettings
        {
            Epochs = Epochs,
            BatchSize = Gan.BatchSize,
            Monitor = null,
            Stopping = null,
            Average = null, // the step has its own
        };
        return new Trainer(step, settings, Seed).Run(
            [.. Enumerable.Range(0, PicturesAnEpoch)],
            validate: null,
            new TrialCheckpoints(inputs),
            "gan",
            _ => inputs.Advance(1.0 / Epochs)
        );
    }

    private static TrainingCurve CurveOf(History history)
    {
        string[] metrics = [.. GanMetrics.All];
        return new TrainingCurve(
            metrics,
            [.. history.Epochs.Select(epoch => metrics.Select(name => epoch.Values[name]).ToArray())],
            history.BestEpoch
        );
    }
}
