using NWaves.FeatureExtractors;
using NWaves.FeatureExtractors.Options;
using NWaves.Filters.Fda;
using NWaves.Windows;
using Research.Data;

namespace Research.Benchmarks;

/// <summary>The nearest that NWaves has to librosa's 13 MFCC of 200/80 samples: Slaney's filters, decibels, orthonormal DCT; frames are not centred.</summary>
internal static class NWavesPeer
{
    private const int Rate = 8_000;
    private const int FftSize = 256; // a power of two is needed
    private const int Filters = 128;

    /// <returns>Best seconds of one thread.</returns>
    public static double Run(Dataset data)
    {
        float[][] samples = [.. data.Items.Select(item => Array.ConvertAll(item.Waveform.Samples, value => (float)value))];
        var extractor = new MfccExtractor(Options());
        return Measure.Best(
            "NWaves: 13 MFCC of 3,000 recordings",
            1,
            () =>
            {
                foreach (float[] recording in samples)
                {
                    extractor.Reset();
                    extractor.ComputeFrom(recording);
                }
            }
        );
    }

    private static MfccOptions Options() =>
        new()
        {
            SamplingRate = Rate,
            FeatureCount = 13,
            FrameSize = 200,
            HopSize = 80,
            FftSize = FftSize,
            FilterBank = FilterBanks.MelBankSlaney(Filters, FftSize, Rate),
            FilterBankSize = Filters,
            Window = WindowType.Hann,
            DctType = "2N",
            NonLinearity = NonLinearityType.ToDecibel,
            SpectrumType = SpectrumType.Power,
        };
}
