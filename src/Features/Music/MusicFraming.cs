using Research.Features.Naming;
using Research.Features.Spectral;

namespace Research.Features.Music;

/// <summary>The frames of librosa's music features: 2,048 samples every 512, whatever the sample rate; Hann, centred, zeros outside.</summary>
internal static class MusicFraming
{
    public static Framing At(int sampleRateHz) =>
        new()
        {
            SampleRateHz = sampleRateHz,
            WindowSamples = 2048,
            HopSamples = 512,
        };

    public static MelSettings Mel(Framing framing) =>
        MelSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples);
}
