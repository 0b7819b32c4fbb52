using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Cepstral;

/// <summary>Mel-frequency cepstral coefficients: the cosine transform of mel band energies in decibels.</summary>
/// <remarks>
/// Source: Davis and Mermelstein (1980), IEEE TASSP 28(4). Convention: librosa.feature.mfcc (decibels cut 80 dB below the utterance's
/// maximum, orthonormal DCT-II). Oracle: golden mfcc13_a, mfcc13_b, mfcc6_c, 1e-5 absolute. Silence gives a constant.
/// </remarks>
public static class Mfcc
{
    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, coefficients].</returns>
    /// <exception cref="ResearchException">As <see cref="MelSpectrogram"/> and <see cref="Dct"/>.</exception>
    public static Matrix Of(Waveform waveform, MfccSettings settings)
    {
        MelFilterbank.For(settings.Mel, waveform.SampleRateHz); // refuses bands that cannot be, before the transform is planned
        Dct dct = Dct.Plan(settings.Mel.Bands, settings.Coefficients);
        FrameLanes mel = MelSpectrogram.Lanes(waveform, settings.Mel);
        Decibels.Apply(mel, settings.Decibels);
        return dct.Apply(mel).ToMatrix();
    }
}

internal sealed class NamedMfcc : NamedFeature<MfccSettings>
{
    private const int UsualCoefficients = 13;

    public override string Name => "mfcc";

    public override string Description => "Mel-frequency cepstral coefficients (librosa's conventions).";

    public override string ExampleOptions => "--window-seconds 0.025 --hop-seconds 0.010 --coefficients 20";

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("mfcc", column - 1);

    protected override MfccSettings Defaults(Framing framing) => Usual(framing);

    protected override void Compute(ISamples samples, MfccSettings settings, FeatureRows receive)
    {
        var mel = new MelParts(samples, settings.Mel);
        foreach ((long first, Matrix mfcc) in Parts(mel, settings))
        {
            receive(mel.WithTimes(first, mfcc));
        }
    }

    internal static IEnumerable<(long First, Matrix Mfcc)> Parts(MelParts mel, MfccSettings settings)
    {
        Dct dct = Dct.Plan(settings.Mel.Bands, settings.Coefficients);
        return DecibelParts.Of(mel, settings.Decibels).Select(part => (part.First, dct.Apply(part.Decibels).ToMatrix()));
    }

    internal static MfccSettings Usual(Framing framing) =>
        MfccSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples, UsualCoefficients);
}
