namespace Research.Experiments.SpeechEmotion;

/// <summary>How often do the emotion recognisers refuse what is no utterance of their kind?</summary>
/// <remarks>
/// <para>Of every model that is exported: share of recordings below the familiar range of its card, which refuses two in a hundred of recordings that it did not learn from; for the test
/// part of its own data, for single spoken digits, and for the other corpus, which has emotions too, but another language and other rooms. Beside it the certainty of the likeliest class.</para>
/// <para>No study published it. Run: ./build.sh --target SpeechEmotion.Strangers --profile paper.</para>
/// </remarks>
internal sealed record Strangers : StrangersExperiment, IStudyExperiment
{
    public override string Question => "How often do the emotion recognisers refuse what is no utterance of their kind?";

    public static int Order => 5;

    public static Experiment In(Profile profile)
    {
        ExportedModel[] models =
        [
            .. ((Handcrafted)Handcrafted.In(profile)).Models(),
            .. ((AttentionBlstm)AttentionBlstm.In(profile)).Models(),
        ];
        DatasetRef[] own = [.. models.Select(model => model.Trial.Data[0]).DistinctBy(data => data.Id)];
        DatasetRef digits = profile.UsesRecordings() ? Datasets.Fsdd : Datasets.SyntheticDigits;
        return new Strangers
        {
            Data = [.. own, digits],
            Seeds = [],
            Voices = WithoutEach(models),
            Hearings =
            [
                .. from model in models
                from data in own.Append(digits)
                where data.Id != model.Trial.Data[0].Id
                select Hearing(model, data),
            ],
        };
    }

    public override Sample Sampled() => new("the attention network of one corpus", ["strangers"]);

    private static StrangersTrial Hearing(ExportedModel model, DatasetRef data) =>
        model.Trial switch
        {
            VectorTrial vectors => new VectorStrangersTrial
            {
                ModelName = $"logistic regression, {model.Name}",
                Strangers = data,
                CutInHalf = false,
                Background = model.Background,
                Model = vectors,
                Recogniser = (EmotionVectors)model.Settings,
            },
            _ => new AttentionStrangersTrial
            {
                ModelName = $"attention, {model.Name}",
                Strangers = data,
                CutInHalf = false,
                Background = model.Background,
                Model = (AttentionTrial)model.Trial,
                Recogniser = (AttentionRecognizerSettings)model.Settings,
            },
        };
}
