namespace Research.Experiments.SpeechEmotion;

/// <summary>
/// Can the emotion of a spoken sentence be recognised? The report of a university course (speech-emotion) tries two networks with attention, after Mirsamadi, Barsoum and
/// Zhang (2017), on a Persian and a German corpus. The Persian sound cannot be had here: a Polish corpus of the same emotions stands in, and says so. Beside the report's
/// own protocol stands an honest one, with speakers that the recogniser never heard.
/// </summary>
public static class SpeechEmotionStudy
{
    public static Study Study { get; } =
        new(
            "SpeechEmotion",
            "Emotion in speech",
            Studies.ClaimsOf("SpeechEmotion"),
            ["shemo", "shemo-60"],
            profile => FoundExperiments.Beside(typeof(SpeechEmotionStudy), profile)
        )
        {
            Source = typeof(SpeechEmotionStudy),
        };
}
