using Research.Data;
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
