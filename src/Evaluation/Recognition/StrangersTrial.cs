using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>What a trained model says of recordings that are of none of its classes: how familiar it finds each, and how sure it is.</summary>
public abstract record StrangersTrial : Trial
{
    public const string Familiarities = "familiarity";
    public const string Certainties = "certainty";
    public const string CertaintiesAsTheyAre = "certainty as it is";

    /// <summary>The model in words.</summary>
    public required string ModelName { get; init; }

    public required DatasetRef Strangers { get; init; }

    /// <summary>The trial that trained the model and kept it.</summary>
    public abstract Trial Trained { get; }

    /// <summary>The background of its model; null where the model's own measure counts.</summary>
    public required BackgroundTrial? Background { get; init; }

    public override string Description => $"{ModelName} hears {Strangers.Id}";

    public override IReadOnlyList<DatasetRef> Data => [Trained.Data[0], Strangers];

    public override IReadOnlyList<Trial> Uses => Background is null ? [Trained] : [Trained, Background];

    public override TrialResult Run(TrialInputs inputs)
    {
        TrialResult trained = inputs.Result(Trained);
        TrialResult? background = Background is null ? null : inputs.Result(Background);
        ModelCard card = CardOf(inputs.Open(Trained.Data[0]), trained, background);
        using var reader = new BinaryReader(new MemoryStream(trained.Model!));
        Recognizer model = Read(card, reader);
        model.Background = background is null ? null : Recognition.Background.Read(background.Model!);
        IReadOnlyList<Item> items = inputs.Open(Strangers).Items;
        var answers = new Answer[items.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = AnswerTo(model, items[i].Waveform);
            inputs.Advance(1.0 / answers.Length);
        }

        return new TrialResult
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [Familiarities] = [.. answers.Select(answer => answer.Familiarity)],
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
            return new([.. Enumerable.Repeat(1.0 / classes, classes)], double.NegativeInfinity);
        }
    }
}
