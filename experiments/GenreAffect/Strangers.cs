namespace Research.Experiments.GenreAffect;

/// <summary>How often do the genre recognisers refuse what is no music, and music that others recorded?</summary>
/// <remarks>
/// <para>Of every model of <see cref="Clips"/>: share of recordings below the familiar range of its card, which refuses two in a hundred of the test part; for the test part itself, for
/// sentences and digits, which should be refused, and for music of another collection, which should not. Beside it the certainty of the likeliest genre.</para>
/// <para>The models have no background, as those of speech have: the rows "with a background" say what one would refuse, and why they have none.</para>
/// <para>No study published it. Run: ./build.sh --target GenreAffect.Strangers --profile paper.</para>
/// </remarks>
internal sealed record Strangers : StrangersExperiment, IStudyExperiment
{
    public override string Question =>
        "How often do the genre recognisers refuse what is no music, and music that others recorded?";

    public static int Order => 36;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        DatasetRef[] speech = paper
            ? [Datasets.EmoDb4, Datasets.Nemo1057, Datasets.Fsdd]
            : [Datasets.SyntheticSpeechEmotion, Datasets.SyntheticDigits];
        DatasetRef[] music = paper ? [Datasets.MemoMusicAudio] : [];
        IReadOnlyList<ExportedModel> models = ((Clips)Clips.In(profile)).Models();
        ExportedModel plain = models[^1];
        return new Strangers
        {
            Data = [plain.Trial.Data[0], .. speech, .. music],
            Seeds = [],
            Voices = [],
            Hearings =
            [
                .. from model in (profile == Profile.Sample ? [] : models.SkipLast(1))
                    .Append(plain)
                    .Append(plain with { Background = BackgroundOf((VectorTrial)plain.Trial) })
                from data in speech.Concat(music)
                select Hearing(model, data, music.Contains(data)),
            ],
        };
    }

    public override Sample Sampled() => new("the model without the pretrained network", ["strangers"]);

    private static GenreStrangersTrial Hearing(ExportedModel model, DatasetRef data, bool isMusic)
    {
        var recogniser = (GenreRecognizerSettings)model.Settings;
        string vectors = recogniser.Vectors == ClipVectors.MusiCnnEmbedding ? "MusiCNN embedding" : "mel statistics";
        return new()
        {
            ModelName = model.Background is null ? vectors : $"{vectors}, with a background",
            Strangers = data,
            IsMusic = isMusic,
            CutInHalf = false,
            Background = model.Background,
            Model = model.Trial,
            Recogniser = recogniser,
        };
    }

    private static BackgroundTrial BackgroundOf(VectorTrial trained) =>
        new()
        {
            ModelName = "genre of clips",
            Dataset = trained.Data[0],
            Protocol = ((OneSplit)trained.Splits).Protocol,
            Seed = trained.Seed,
        };
}
