using Research.Data;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>What a trained model says of recordings that are of none of its classes: how familiar it finds each, and how sure it is.</summary>
public abstract record StrangersTrial : Trial
{
    public const string Familiarities = "familiarity";
    public const string Backgrounds = "background";
    public const string Certainties = "certainty";
    public const string CertaintiesAsTheyAre = "certainty as it is";

    /// <summary>The model in words.</summary>
    public required string ModelName { get; init; }

    public required DatasetRef Strangers { get; init; }

    /// <summary>Whether it hears the first half of each tested recording of its own data instead: words that were cut off.</summary>
    public required bool CutInHalf { get; init; }

    /// <summary>The trial that trained the model and kept it.</summary>
    public abstract Trial Trained { get; }

    /// <summary>The background of its model; null where it has none.</summary>
    public required BackgroundTrial? Background { get; init; }

    public override string Description => $"{ModelName} hears {Heard}";

    public override IReadOnlyList<DatasetRef> Data => [.. new[] { Trained.Data[0], Strangers }.DistinctBy(data => data.Id)];

    /// <summary>What it hears, in words.</summary>
    public string Heard => CutInHalf ? $"{Strangers.Id}, first halves" : Strangers.Id;

    /// <summary>What the recordings are to the model, in words.</summary>
    public virtual string Relation => CutInHalf ? "its classes, cut in half" : "none of its classes";

    public override IReadOnlyList<Trial> Uses => Background is null ? [Trained] : [Trained, Background];

    public override TrialResult Run(TrialInputs inputs)
    {
        TrialResult trained = inputs.Result(Trained);
        TrialResult? background = Background is null ? null : inputs.Result(Background);
        ModelCard card = CardOf(inputs.Open(Trained.Data[0]), trained, background);
        using var reader = new BinaryReader(new MemoryStream(trained.Model!));
        Recognizer model = Read(card, reader);
        model.Background = background is null ? null : Recognition.Background.Read(background.Model!);
        Func<Waveform>[] heard = CutInHalf
            ? [.. Tested(inputs, trained).Select(item => (Func<Waveform>)(() => HalfOf(item.Waveform)))]
            : [.. inputs.Open(Strangers).Items.Select(item => (Func<Waveform>)(() => item.Waveform))];
        var answers = new Answer[heard.Length];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = AnswerTo(model, heard[i]());
            inputs.Advance(1.0 / answers.Length);
        }

        return new TrialResult
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [Familiarities] = [.. answers.Select(answer => answer.Familiarity)],
                [Backgrounds] = [.. answers.Select(answer => answer.Background).OfType<double>()],
                [Certainties] = [.. answers.Select(answer => card.Calibration.Apply(answer.Probabilities).Max())],
                [CertaintiesAsTheyAre] = [.. answers.Select(answer => answer.Probabilities.Max())],
            },
        };
    }

    /// <summary>The certainty of the model that a trial trained: its classes, its temperature, its familiar range.</summary>
    public static ModelCard CardOf(Dataset data, TrialResult trained, TrialResult? background)
    {
        ModelCard card = ModelCards.Of(data, "", [0], "", trained, "");
        return background is null ? card : card.WithBackground(background);
    }

    /// <summary>The model, from what its trial kept.</summary>
    protected abstract Recognizer Read(ModelCard card, BinaryReader reader);

    private IEnumerable<Item> Tested(TrialInputs inputs, TrialResult trained)
    {
        HashSet<string> tested = [.. trained.Classes(SubsetNames.Test).Items];
        return inputs.Open(Strangers).Items.Where(item => tested.Contains(item.Id));
    }

    private static Waveform HalfOf(Waveform whole) => new(whole.Samples[..(whole.Samples.Length / 2)], whole.SampleRateHz);

    // What no features can be computed of is no recording of the classes.
    private static Answer AnswerTo(Recognizer model, Waveform waveform)
    {
        try
        {
            return model.Answer(waveform);
        }
        catch (ResearchException)
        {
            int classes = model.Card.Labels.Count;
            return new([.. Enumerable.Repeat(1.0 / classes, classes)], double.NegativeInfinity)
            {
                Background = model.Background is null ? null : double.NegativeInfinity,
            };
        }
    }
}
