using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How much each mel band rises from a frame to the one a lag later; a fall counts as 0.</summary>
internal static class BandRises
{
    private const double Exponent = 0.3; // Stevens (1955), J. Acoust. Soc. Am. 27(5): loudness grows as this power of intensity
    private const double NepersADecibel = 0.2302585092994046; // ln 10/10

    /// <summary>Frame by frame, from the first that has one a lag before it.</summary>
    /// <exception cref="ResearchException">Loudness needs all rises at once, and they are too many.</exception>
    public static IEnumerable<(long Frame, double[] Rises)> Of(MelParts mel, OnsetSettings settings) =>
        settings.Rise == OnsetRise.Loudness ? Alike(mel, settings) : Plain(mel, settings);

    private static IEnumerable<(long Frame, double[] Rises)> Plain(MelParts mel, OnsetSettings settings)
    {
        int lag = (int)Math.Min(settings.LagFrames, mel.Frames);
        var past = new double[lag][];
        foreach ((long first, FrameLanes decibels) in DecibelParts.Of(mel, settings.Decibels))
        {
            Matrix rows = decibels.ToMatrix();
            for (int t = 0; t < rows.Rows; t++)
            {
                long frame = first + t;
                double[] row = settings.Rise == OnsetRise.Loudness ? Loudness(rows.Row(t)) : rows.Row(t).ToArray();
                if (frame >= lag)
                {
                    yield return (frame, Rises(past[frame % lag], row));
                }

                past[frame % lag] = row;
            }
        }
    }

    // Each band over the deviation of its rises, so that none drowns the others; a band that never rises stays 0.
    private static IEnumerable<(long Frame, double[] Rises)> Alike(MelParts mel, OnsetSettings settings)
    {
        FrameLanes.Check(mel.Frames, settings.Mel.Bands);
        (long Frame, double[] Rises)[] all = [.. Plain(mel, settings)];
        for (int band = 0; band < settings.Mel.Bands && all.Length > 0; band++)
        {
            double deviation = Math.Sqrt(OrderedSum.Variance([.. all.Select(frame => frame.Rises[band])], 0));
            foreach ((_, double[] rises) in all)
            {
                rises[band] = deviation > 0 ? rises[band] / deviation : 0;
            }
        }

        return all;
    }

    private static double[] Loudness(ReadOnlySpan<double> decibels)
    {
        var loudness = new double[decibels.Length];
        for (int band = 0; band < loudness.Length; band++)
        {
            loudness[band] = PortableMath.Exp(Exponent * NepersADecibel * decibels[band]);
        }

        return loudness;
    }

    private static double[] Rises(double[] before, double[] now)
    {
        var rises = new double[now.Length];
        for (int band = 0; band < rises.Length; band++)
        {
            rises[band] = Math.Max(0, now[band] - before[band]);
        }

        return rises;
    }
}
