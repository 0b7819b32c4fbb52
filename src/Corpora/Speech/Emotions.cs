namespace Research.Corpora.Speech;

/// <summary>Six emotions as manners of speaking: what they do to pitch, pace, loudness and voice quality.</summary>
/// <remarks>Directions after Scherer (2003), "Vocal communication of emotion", Speech Communication 40, table 2, and Murray and Arnott (1993), JASA 93; sizes ours.</remarks>
internal static class Emotions
{
    public static IReadOnlyDictionary<string, Manner> All { get; } =
        new Dictionary<string, Manner>
        {
            ["neutral"] = Manner.Neutral,
            ["anger"] = Manner.Neutral with
            {
                Pitch = 1.3,
                Range = 1.9,
                Rise = -0.35,
                Pace = 1.15,
                Decibels = 7,
                Brightness = 1.9,
                OpenShare = -0.1,
                Jitter = 0.02,
                Shimmer = 0.08,
            },
            ["happiness"] = Manner.Neutral with
            {
                Pitch = 1.32,
                Range = 2.2,
                Rise = 0.05,
                Pace = 1.1,
                Decibels = 4,
                Brightness = 1.5,
            },
            ["sadness"] = Manner.Neutral with
            {
                Pitch = 0.9,
                Range = 0.4,
                Rise = -0.3,
                Pace = 0.75,
                Decibels = -6,
                Brightness = 0.55,
                OpenShare = 0.1,
                Breath = 0.03,
            },
            ["fear"] = Manner.Neutral with
            {
                Pitch = 1.45,
                Range = 0.8,
                Rise = -0.05,
                Pace = 1.25,
                Decibels = -1,
                Brightness = 0.9,
                OpenShare = 0.08,
                Breath = 0.025,
                Jitter = 0.02,
                Tremor = 0.05,
            },
            ["surprise"] = Manner.Neutral with
            {
                Pitch = 1.4,
                Range = 2.4,
                Rise = 0.5,
                Pace = 0.95,
                Decibels = 2,
                Brightness = 1.2,
            },
        };
}
