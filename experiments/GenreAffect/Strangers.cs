namespace Research.Experiments.GenreAffect;

/// <summary>How often do the genre recognisers refuse what is no music, and music that others recorded?</summary>
/// <remarks>
/// <para>Of every model of <see cref="Clips"/>: share of recordings below the familiar range of its card, which refuses two in a hundred of the test part; for the test part itself, for
/// sentences and digits, which should be refused, and for music of another collection, which should not. Beside it the certainty of the likeliest genre.</para>
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
        return new Strangers
        {
            Data = [models[0].Trial.Data[0], .. speech, .. music],
            Seeds = [],
            Voices = [],
            Hearings =
            [
                .. models.SelectMany(model =>
                    speech.Select(data => Hearing(model, data, false)).Concat(music.Select(data => Hearing(model, data, true)))
                ),
            ],
        };
    }

    public override Sample Sampled() => new("the model without the pretrained network", ["strangers"]);

    private static GenreStrangersTrial Hearing(ExportedModel model, DatasetRef data, bool isMusic)
    {
        var recogniser = (GenreRecognizerSettings)model.Settings;
        return new()
        {
            ModelName = recogniser.Vectors == ClipVectors.MusiCnnEmbedding ? "MusiCNN embedding" : "mel statistics",
            Strangers = data,
            IsMusic = isMusic,
            CutInHalf = false,
            Background = model.Background,
            Model = model.Trial,
            Recogniser = recogniser,
        };
    }
}
