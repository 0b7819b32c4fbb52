namespace Research.Corpora.Speech;

/// <summary>What the synthesiser aims at for one sound.</summary>
/// <param name="Name">In the manner of ARPAbet; parts of a diphthong and of a stop are sounds of their own.</param>
/// <param name="Seconds">Length at the usual pace.</param>
/// <param name="F1">First formant, hertz, of a tract of usual length.</param>
/// <param name="F2">Second formant.</param>
/// <param name="F3">Third formant.</param>
/// <param name="Voice">Amplitude of the glottal source, 0 to 1.</param>
/// <param name="Breath">Amplitude of noise at the glottis, which goes through the tract.</param>
/// <param name="Noise">Amplitude of noise at a constriction, which does not.</param>
/// <param name="NoiseHz">Where that noise is strongest.</param>
/// <param name="NoiseWidthHz">Its bandwidth.</param>
/// <param name="WidthFactor">Factor on the formants' bandwidths; nasal murmurs are damped.</param>
internal sealed record Phoneme(
    string Name,
    double Seconds,
    double F1,
    double F2,
    double F3,
    double Voice,
    double Breath = 0,
    double Noise = 0,
    double NoiseHz = 3000,
    double NoiseWidthHz = 1500,
    double WidthFactor = 1
)
{
    /// <summary>Whether it is a vowel or a part of one, whose pitch and formants are kept as truth.</summary>
    public bool IsVowel { get; init; }
}
