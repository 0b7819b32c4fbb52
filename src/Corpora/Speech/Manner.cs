namespace Research.Corpora.Speech;

/// <summary>How an utterance is spoken, beside who speaks: neutral speech has ones and zeros.</summary>
internal sealed record Manner
{
    /// <summary>Factor on the pitch.</summary>
    public required double Pitch { get; init; }

    /// <summary>Factor on the melody's range.</summary>
    public required double Range { get; init; }

    /// <summary>Rise of the pitch from the start to the end, octaves; negative falls.</summary>
    public required double Rise { get; init; }

    /// <summary>Factor on the speed.</summary>
    public required double Pace { get; init; }

    /// <summary>Louder by, decibels.</summary>
    public required double Decibels { get; init; }

    /// <summary>Factor on the corner of the source's fall: above 1 is brighter.</summary>
    public required double Brightness { get; init; }

    /// <summary>Added to the open share of a period.</summary>
    public required double OpenShare { get; init; }

    /// <summary>Added breath in voiced sounds.</summary>
    public required double Breath { get; init; }

    /// <summary>Deviation of a period from its neighbours, share.</summary>
    public required double Jitter { get; init; }

    /// <summary>Deviation of a period's amplitude, share.</summary>
    public required double Shimmer { get; init; }

    /// <summary>Swing of the pitch at six cycles a second, share.</summary>
    public required double Tremor { get; init; }

    /// <summary>How much sounds differ from take to take, and how far they fall short of their targets, 0 to 1.</summary>
    public required double Carelessness { get; init; }

    public static Manner Neutral { get; } =
        new()
        {
            Pitch = 1,
            Range = 1,
            Rise = -0.2,
            Pace = 1,
            Decibels = 0,
            Brightness = 1,
            OpenShare = 0,
            Breath = 0,
            Jitter = 0.008,
            Shimmer = 0.04,
            Tremor = 0,
            Carelessness = 0.2,
        };

    /// <summary>A manner between two: 0 is the first, 1 the second, and beyond.</summary>
    public static Manner Between(Manner a, Manner b, double share) =>
        new()
        {
            Pitch = Mix(a.Pitch, b.Pitch, share),
            Range = Mix(a.Range, b.Range, share),
            Rise = Mix(a.Rise, b.Rise, share),
            Pace = Mix(a.Pace, b.Pace, share),
            Decibels = Mix(a.Decibels, b.Decibels, share),
            Brightness = Mix(a.Brightness, b.Brightness, share),
            OpenShare = Mix(a.OpenShare, b.OpenShare, share),
            Breath = Math.Max(0, Mix(a.Breath, b.Breath, share)),
            Jitter = Math.Max(0, Mix(a.Jitter, b.Jitter, share)),
            Shimmer = Math.Max(0, Mix(a.Shimmer, b.Shimmer, share)),
            Tremor = Math.Max(0, Mix(a.Tremor, b.Tremor, share)),
            Carelessness = Math.Max(0, Mix(a.Carelessness, b.Carelessness, share)),
        };

    private static double Mix(double a, double b, double share) => a + (share * (b - a));
}
