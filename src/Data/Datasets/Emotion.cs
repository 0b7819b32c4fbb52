namespace Research.Data.Datasets;

/// <summary>The names that all speech-emotion corpora of the package use for the same emotion, so that they can be compared.</summary>
public static class Emotion
{
    public const string Anger = "anger";
    public const string Boredom = "boredom";
    public const string Disgust = "disgust";
    public const string Fear = "fear";
    public const string Happiness = "happiness";
    public const string Neutral = "neutral";
    public const string Sadness = "sadness";
    public const string Surprise = "surprise";
}
