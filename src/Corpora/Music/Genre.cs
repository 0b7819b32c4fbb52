namespace Research.Corpora.Music;

/// <summary>What a piece of a genre is made of; every piece draws from it and departs from it.</summary>
internal sealed record Genre
{
    public required string Name { get; init; }

    /// <summary>Beats a minute, lowest and highest.</summary>
    public required (double Low, double High) Tempo { get; init; }

    /// <summary>Usual valence, energy and danceability, 0 to 1.</summary>
    public required Affect Affect { get; init; }

    /// <summary>Chords by the bar, four bars, such as "I vi IV V7".</summary>
    public required IReadOnlyList<string> Progressions { get; init; }

    /// <summary>Sixteen steps a bar each: x sounds, . does not.</summary>
    public required string Kick { get; init; }

    public required string Snare { get; init; }

    public required string Hat { get; init; }

    /// <summary>When chords are struck, sixteen steps a bar.</summary>
    public required string Comping { get; init; }

    /// <summary>When the bass plays, sixteen steps a bar.</summary>
    public required string Bass { get; init; }

    /// <summary>Where the second of two eighths falls: 0.5 is straight, 0.67 a triplet.</summary>
    public required double Swing { get; init; }

    public required Timbre ChordTimbre { get; init; }

    public required Timbre BassTimbre { get; init; }

    public required Timbre LeadTimbre { get; init; }

    /// <summary>How hard the chords are driven into clipping, 0 for not at all.</summary>
    public required double Drive { get; init; }
}

/// <summary>How a tone is made.</summary>
internal enum Timbre
{
    /// <summary>A few decaying partials, as of a struck string.</summary>
    Struck,

    /// <summary>Steady partials that swell, as of bowed strings.</summary>
    Bowed,

    /// <summary>A string plucked: noise in a loop that loses its highs.</summary>
    Plucked,

    /// <summary>A sawtooth through a closing low-pass.</summary>
    Saw,

    /// <summary>A sine with a little of its octave.</summary>
    Round,
}

/// <summary>What a listener would say of a piece, each 0 to 1; it drives the generator.</summary>
internal sealed record Affect(double Valence, double Energy, double Danceability);
