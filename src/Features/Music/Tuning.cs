using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How far an ensemble's A lies from 440 Hz, in semitones: -0.5 to 0.49 in hundredths.</summary>
/// <remarks>
/// The fullest hundredth in the histogram of the peaks' distances from the nearest semitone; only peaks at least as high as the median one count,
/// and of equally full hundredths the lowest. Oracle: librosa.estimate_tuning, golden chroma_stft_8k_2048_512.json and music.json, the same hundredth.
/// </remarks>
internal static class Tuning
{
    /// <summary>The frequency that semitones are counted from: the A four octaves below 440 Hz.</summary>
    public const double LowestA = 27.5;

    private const int Steps = 100;
    private const double PerNeper = 1.4426950408889634; // 1/ln 2

    /// <summary>Octaves above 27.5 Hz.</summary>
    public static double Octaves(double hertz) => PerNeper * PortableMath.Log(hertz / LowestA);

    /// <summary>The deviation; 0 without a peak, as in silence.</summary>
    public static double Of(SpectralPeaks peaks)
    {
        if (peaks.Hertz.Count == 0)
        {
            return 0;
        }

        double least = Median.Of(peaks.Heights.ToArray());
        var counts = new int[Steps];
        for (int i = 0; i < peaks.Hertz.Count; i++)
        {
            if (peaks.Heights[i] >= least)
            {
                counts[Step(Residual(peaks.Hertz[i]))]++;
            }
        }

        return Edge(Array.IndexOf(counts, counts.Max()));
    }

    private static double Residual(double hertz)
    {
        double semitones = 12 * Octaves(hertz);
        double above = semitones - Math.Floor(semitones);
        return above >= 0.5 ? above - 1 : above;
    }

    // The step's lower edge belongs to it.
    private static int Step(double residual)
    {
        int step = Math.Clamp((int)Math.Floor((residual + 0.5) * Steps), 0, Steps - 1);
        return residual < Edge(step) ? step - 1
            : step + 1 < Steps && residual >= Edge(step + 1) ? step + 1
            : step;
    }

    private static double Edge(int step) => (step * (1.0 / Steps)) - 0.5;
}
