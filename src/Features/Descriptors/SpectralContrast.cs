using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>Decibels between the peaks and the valleys of each octave of the spectrum.</summary>
/// <remarks>
/// Source: Jiang, Lu, Zhang, Tao and Cai (2002), ICME. Conventions of librosa.feature.spectral_contrast: a band begins one bin below its edge, all but
/// the topmost leave their last bin out, peaks and valleys are each cut 80 dB below their own maximum over the utterance.
/// Oracle: golden spectral_descriptors_8k, 1e-5 relative, and golden_f46_emodb, 1e-5 of the value or of 10, whichever is greater.
/// </remarks>
public static class SpectralContrast
{
    private const double SmallestPower = 1e-10;
    private const double RangeDecibels = 80;

    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, octaves + 1], the lowest band first; decibels.</returns>
    /// <exception cref="ResearchException">A band would begin above half the sample rate, or the settings contradict each other.</exception>
    public static Matrix Of(MagnitudeSpectrogram spectrum, ContrastSettings settings)
    {
        Check(spectrum, settings);
        int bands = settings.Octaves + 1;
        (var peaks, var valleys) = (new Matrix(spectrum.Frames, bands), new Matrix(spectrum.Frames, bands));
        for (int band = 0; band < bands; band++)
        {
            (int first, int end, int members) = Bins(spectrum, settings, band);
            int count = Math.Max(1, (int)Math.Round(settings.Quantile * members, MidpointRounding.ToEven));
            for (int t = 0; t < spectrum.Frames; t++)
            {
                double[] sorted = spectrum.Values.Row(t)[first..end].ToArray();
                Array.Sort(sorted);
                valleys[t, band] = OrderedSum.Mean(sorted.AsSpan(0, Math.Min(count, sorted.Length)));
                peaks[t, band] = OrderedSum.Mean(sorted.AsSpan(Math.Max(0, sorted.Length - count)));
            }
        }

        ToDecibels(peaks);
        ToDecibels(valleys);
        for (int i = 0; i < peaks.Values.Length; i++)
        {
            peaks.Values[i] -= valleys.Values[i];
        }

        return peaks;
    }

    // The bins that are read, and how many the band counts for its quantile.
    private static (int First, int End, int Members) Bins(MagnitudeSpectrogram spectrum, ContrastSettings settings, int band)
    {
        double low = band == 0 ? 0 : Edge(settings, band - 1);
        double high = Edge(settings, band);
        int first = 0;
        while (spectrum.Hertz(first) < low)
        {
            first++;
        }

        int end = first;
        while (end < spectrum.Bins && spectrum.Hertz(end) <= high)
        {
            end++;
        }

        bool top = band == settings.Octaves;
        first -= band > 0 ? 1 : 0;
        end = top ? spectrum.Bins : end;
        return (first, top ? end : Math.Max(first + 1, end - 1), end - first);
    }

    private static double Edge(ContrastSettings settings, int octave) => settings.LowestHz * (1L << octave);

    private static void ToDecibels(Matrix values)
    {
        Span<double> all = values.Values;
        double most = double.NegativeInfinity;
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = 10 * PortableMath.Log10(Math.Max(SmallestPower, all[i]));
            most = Math.Max(most, all[i]);
        }

        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Math.Max(all[i], most - RangeDecibels);
        }
    }

    private static void Check(MagnitudeSpectrogram spectrum, ContrastSettings settings)
    {
        double half = 0.5 * spectrum.SampleRateHz;
        bool sensible = settings is { Octaves: >= 1 and < 32, LowestHz: > 0, Quantile: > 0 and < 1 };
        if (!sensible || Edge(settings, settings.Octaves - 1) >= half)
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"Spectral contrast of {settings.Octaves} octaves from {settings.LowestHz} Hz, quantile {settings.Quantile}: the topmost must begin below {half} Hz, half the sample rate; use fewer octaves."
                )
            );
        }
    }
}

internal sealed class NamedContrast : NamedFeature<NamedContrast.Settings>
{
    private const int MostOctaves = 6; // librosa's

    public override string Name => "contrast";

    public override string Description =>
        "Spectral contrast: decibels between peaks and valleys of each octave, the lowest band first.";

    public override string ExampleOptions => "--octaves 4";

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("contrast", column - 1);

    protected override Settings Defaults(Framing framing) =>
        new()
        {
            Stft = MelSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples).Stft,
            Contrast = ContrastSettings.Librosa(OctavesAt(framing.SampleRateHz)),
        };

    // As many as begin below half the sample rate.
    private static int OctavesAt(int sampleRateHz)
    {
        int octaves = 1;
        while (octaves < MostOctaves && ContrastSettings.Librosa(1).LowestHz * (1 << octaves) < 0.5 * sampleRateHz)
        {
            octaves++;
        }

        return octaves;
    }

    // Peaks and valleys are cut below their own maximum over the whole recording.
    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        MagnitudeSpectrogram spectrum = MagnitudeSpectrogram.Of(WholeSamples.Of(samples), settings.Stft);
        receive(new PowerParts(samples, settings.Stft).WithTimes(0, SpectralContrast.Of(spectrum, settings.Contrast)));
    }

    /// <summary>Of the named feature.</summary>
    internal sealed record Settings
    {
        public required StftSettings Stft { get; init; }

        public required ContrastSettings Contrast { get; init; }
    }
}
