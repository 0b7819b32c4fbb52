using Research.Data;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>Power in mel bands: M[t,b] = Σₖ W[b,k]·P[t,k].</summary>
/// <remarks>Oracle: librosa.feature.melspectrogram, through golden mel and MFCC files.</remarks>
public static class MelSpectrogram
{
    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, bands]; linear power.</returns>
    /// <exception cref="ResearchException">As <see cref="PowerSpectrogram"/> and <see cref="MelFilterbank"/>.</exception>
    public static Matrix Of(Waveform waveform, MelSettings settings) => Lanes(waveform, settings).ToMatrix();

    internal static FrameLanes Lanes(Waveform waveform, MelSettings settings)
    {
        MelFilterbank bank = MelFilterbank.For(settings, waveform.SampleRateHz);
        FrameLanes power = PowerSpectrogram.Lanes(waveform, settings.Stft);
        var mel = new FrameLanes(power.Frames, bank.Bands);
        for (int group = 0; group < mel.Groups; group++)
        {
            bank.Apply(power.Group(group), mel.Group(group));
        }

        return mel;
    }
}
