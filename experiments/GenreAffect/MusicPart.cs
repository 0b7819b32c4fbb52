namespace Research.Experiments.GenreAffect;

/// <summary>What a frame of music holds.</summary>
internal enum MusicPart
{
    Mel,
    Chroma,

    /// <summary>Mel bands, then pitch classes: the course's fused arrays.</summary>
    Fused,
}
