namespace Research.Experiments.FilmEmotion;

/// <summary>
/// Can the emotion of film music be recognised, by networks that learned to see photographs? A thesis (film-emotion) draws mel spectrograms as pictures and trains six ImageNet networks on 360 excerpts of
/// film music, for energy, valence, tension and five emotions; pretrains them on pop with Spotify's values; and generates pictures with StyleGAN2-ADA. The ratings of the 360 excerpts are here, twelve of their
/// recordings too; the pop is private. Film music's published features and piano pieces with emotions stand in, and say so.
/// </summary>
internal sealed class FilmEmotionStudy : IDeclaresStudy
{
    public static Study Study { get; } =
        StudyFolder.Of(typeof(FilmEmotionStudy), "Emotion of film music", "big-set", "360-set") with
        {
            WithTheData =
                "Who has the other recordings of the 360 excerpts adds them by 'research data add eerola-360-audio FOLDER --whole' and runs './build.sh --target FilmEmotion --profile full'; a set like the private one is added by 'research data add big-set FOLDER --whole': see docs/music-data.md.",
        };
}
