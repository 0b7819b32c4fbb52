namespace Research.Experiments.SpeechEmotion;

/// <summary>
/// Can the emotion of a spoken sentence be recognised? The report of a university course (speech-emotion) tries two networks with attention, after Mirsamadi, Barsoum and
/// Zhang (2017), on a Persian and a German corpus. The Persian sound cannot be had here: a Polish corpus of the same emotions stands in, and says so. Beside the report's
/// own protocol stands an honest one, with speakers that the recogniser never heard.
/// </summary>
internal sealed class SpeechEmotionStudy : IDeclaresStudy
{
    public static Study Study { get; } = StudyFolder.Of(typeof(SpeechEmotionStudy), "Emotion in speech", "shemo", "shemo-60");
}
