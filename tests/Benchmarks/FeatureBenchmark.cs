using System.Globalization;
using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Features.Cepstral;

namespace Research.Benchmarks;

/// <summary>13 MFCC (200/80 samples) of FSDD's 3,000 recordings. librosa 0.10.2 on this machine class: 2.73 s in one process.</summary>
internal static class FeatureBenchmark
{
    private const double LibrosaSeconds = 2.73;

    public static void Run(Dataset data)
    {
        MfccFrames frames = MfccFrames.Reported(13);
        double one = Measure.Best("13 MFCC of 3,000 recordings", 1, () => frames.Of(data));
        Measure.Best("13 MFCC of 3,000 recordings", 2, () => frames.Of(data));
        Measure.Best("13 MFCC and derivatives (39) of 3,000 recordings", 1, () => WithDerivatives(frames, data));
        double peer = NWavesPeer.Run(data);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NWaves 0.9.6 / ours on one thread = {peer / one:F1}"));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"librosa's stated {LibrosaSeconds} s / ours on one thread = {LibrosaSeconds / one:F1}"
            )
        );
    }

    private static void WithDerivatives(MfccFrames frames, Dataset data)
    {
        foreach (Item item in data.Items)
        {
            Numerics.Matrix mfcc = frames.Of(item.Waveform);
            Delta.Of(mfcc, Delta.StandardWidth, 1);
            Delta.Of(mfcc, Delta.StandardWidth, 2);
        }
    }
}
