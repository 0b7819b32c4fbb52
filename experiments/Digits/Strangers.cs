namespace Research.Experiments.Digits;

/// <summary>How often do the digit recognisers refuse what is no digit?</summary>
/// <remarks>
/// <para>Of every model that is exported: share of recordings below the familiar range of its card, which refuses two in a hundred of the validation part; for the test part of its own
/// data, for the first halves of the same recordings, and for sentences in which nobody says a digit. Beside it the certainty of the likeliest class, with the card's temperature and without.</para>
/// <para>No study published it. Run: ./build.sh --target Digits.Strangers --profile paper.</para>
/// </remarks>
internal sealed record Strangers : StrangersExperiment, IStudyExperiment
{
    public override string Question => "How often do the digit recognisers refuse what is no digit?";

    public static int Order => 16;

    public static Experiment In(Profile profile)
    {
        DatasetRef[] strangers = profile.UsesRecordings()
            ? [Datasets.EmoDb4, Datasets.Nemo1057]
            : [Datasets.SyntheticSpeechEmotion];
        ExportedModel[] models = [.. ((GmmHmm)GmmHmm.In(profile)).Models(), .. ((Lstm)Lstm.In(profile)).Models()];
        return new Strangers
        {
            Data = [models[0].Trial.Data[0], .. strangers],
            Seeds = [],
            Voices = WithoutEach(models),
            Hearings = [.. from model in models from data in strangers.Append(model.Trial.Data[0]) select Hearing(model, data)],
        };
    }

    private static StrangersTrial Hearing(ExportedModel model, DatasetRef data) =>
        model.Trial switch
        {
            HmmTrial hmm => new HmmStrangersTrial
            {
                ModelName = $"hidden Markov models, {model.Name}",
                Strangers = data,
                CutInHalf = data.Id == model.Trial.Data[0].Id,
                Background = model.Background,
                Model = hmm,
                Recogniser = (HmmRecognizerSettings)model.Settings,
            },
            _ => new LstmStrangersTrial
            {
                ModelName = $"lstm, {model.Name}",
                Strangers = data,
                CutInHalf = data.Id == model.Trial.Data[0].Id,
                Background = model.Background,
                Model = (RecurrentTrial)model.Trial,
                Recogniser = (LstmRecognizerSettings)model.Settings,
            },
        };
}
