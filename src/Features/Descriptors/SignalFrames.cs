using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>Level and zero crossings of centred frames of the signal itself.</summary>
/// <remarks>Conventions and oracle: librosa.feature.rms (zeros beyond the ends) and zero_crossing_rate (the end samples repeated), golden spectral_descriptors_8k.</remarks>
public static class SignalFrames
{
    private const double Quiet = 1e-10; // below this a sample counts as zero, which is not negative

    /// <summary>√(mean square); one a frame.</summary>
    /// <param name="frameSamples">Samples a frame; frame t is centred on sample t·hop.</param>
    public static double[] RootMeanSquare(double[] samples, int frameSamples, int hopSamples)
    {
        double[] squares = [.. samples.Select(x => x * x)];
        return Frames(squares, frameSamples, hopSamples, 0, 0, frame => Math.Sqrt(OrderedSum.Mean(frame)));
    }

    /// <summary>Changes of sign a sample; one a frame.</summary>
    /// <param name="frameSamples">Samples a frame; frame t is centred on sample t·hop.</param>
    public static double[] ZeroCrossings(double[] samples, int frameSamples, int hopSamples)
    {
        if (samples.Length == 0)
        {
            return [];
        }

        double[] negative = [.. samples.Select(x => x < -Quiet ? 1.0 : 0.0)];
        return Frames(negative, frameSamples, hopSamples, negative[0], negative[^1], Crossings);
    }

    private static double Crossings(double[] negative)
    {
        int crossings = 0;
        for (int i = 1; i < negative.Length; i++)
        {
            crossings += negative[i] == negative[i - 1] ? 0 : 1;
        }

        return (double)crossings / negative.Length;
    }

    private static double[] Frames(
        double[] values,
        int frameSamples,
        int hopSamples,
        double before,
        double after,
        Func<double[], double> measure
    )
    {
        if (frameSamples < 1 || hopSamples < 1)
        {
            throw new ResearchException($"Frames of {frameSamples} samples, hop {hopSamples}: both must be at least 1.");
        }

        int margin = frameSamples / 2;
        int count = 1 + ((values.Length + (2 * margin) - frameSamples) / hopSamples);
        var frame = new double[frameSamples];
        var measured = new double[count];
        for (int t = 0; t < count; t++)
        {
            int start = (t * hopSamples) - margin;
            for (int n = 0; n < frameSamples; n++)
            {
                int place = start + n;
                frame[n] =
                    place < 0 ? before
                    : place < values.Length ? values[place]
                    : after;
            }

            measured[t] = measure(frame);
        }

        return measured;
    }
}

internal sealed class NamedSignal : NamedFeature<NamedSignal.Settings>
{
    private const int SamplesAPart = 1 << 18;
    private static readonly string[] Headings = [Seconds, "rms", "zero_crossings"];

    public override string Name => "signal";

    public override string Description => "Root-mean-square level, and changes of sign a sample, of the signal itself.";

    public override string ExampleOptions => "--window-seconds 0.05";

    public override string Heading(int column, int columns) => Headings[column];

    protected override Settings Defaults(Framing framing) =>
        new() { WindowSamples = framing.WindowSamples, HopSamples = framing.HopSamples };

    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        (int window, int hop) = (settings.WindowSamples, settings.HopSamples);
        if (window < 1 || hop < 1 || window > Waveform.MostSamples / 2)
        {
            throw new ResearchException(
                $"Frames of {window} samples, hop {hop}: both must be at least 1, and frames at most {Waveform.MostSamples / 2}."
            );
        }

        long frames =
            samples.Count + (2L * (window / 2)) < window ? 0 : 1 + ((samples.Count + (2L * (window / 2)) - window) / hop);
        if (frames == 0 || samples.Count == 0)
        {
            throw new ResearchException(
                $"{samples.Count} samples have no frame of {window}; use a longer file or a shorter window."
            );
        }

        int before = 1 + (window / hop); // frames that lie between a part's first sample and its first frame
        int fitting = Math.Max(1, SamplesAPart / hop);
        for (long first = 0; first < frames; first += fitting)
        {
            receive(Part(samples, settings, first, (int)Math.Min(fitting, frames - first), Math.Min(before, first)));
        }
    }

    // Each frame has the bits that it has in the whole: the samples about it are read with it.
    private static Matrix Part(ISamples samples, Settings settings, long first, int count, long before)
    {
        (int window, int hop) = (settings.WindowSamples, settings.HopSamples);
        long start = (first - before) * hop;
        var stretch = new double[Math.Min(samples.Count - start, ((before + count) * hop) + window)];
        samples.Read(start, stretch);
        double[] level = SignalFrames.RootMeanSquare(stretch, window, hop);
        double[] crossings = SignalFrames.ZeroCrossings(stretch, window, hop);
        return Matrix.OfRows([
            .. Enumerable
                .Range(0, count)
                .Select(t =>
                    new[] { (double)((first + t) * hop) / samples.SampleRateHz, level[before + t], crossings[before + t] }
                ),
        ]);
    }

    /// <summary>Of the named feature.</summary>
    internal sealed record Settings
    {
        /// <summary>Samples a frame, which is centred.</summary>
        public required int WindowSamples { get; init; }

        /// <summary>Samples from one frame to the next.</summary>
        public required int HopSamples { get; init; }
    }
}
