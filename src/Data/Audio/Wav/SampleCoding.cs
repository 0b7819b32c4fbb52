namespace Research.Data.Audio.Wav;

/// <summary>How a sample is written.</summary>
internal enum SampleCoding
{
    /// <summary>Another program must decode it.</summary>
    Other,

    /// <summary>Whole numbers of up to eight bits around 128.</summary>
    Unsigned,

    /// <summary>Whole numbers in two's complement.</summary>
    Signed,

    /// <summary>IEEE 754 numbers of 32 or 64 bits.</summary>
    Float,

    /// <summary>ITU-T G.711 µ-law, eight bits.</summary>
    MuLaw,

    /// <summary>ITU-T G.711 A-law, eight bits.</summary>
    ALaw,
}
