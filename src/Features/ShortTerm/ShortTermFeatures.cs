using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>The 34 short-term features of pyAudioAnalysis, frame by frame.</summary>
/// <remarks>
/// <para>Zero crossing rate, energy, entropy of energy; spectral centroid, spread, entropy, flux, roll-off; 13 MFCC; 12 chroma and their deviation.
/// The signal loses its mean and is divided by its largest magnitude; frames are rectangular; the spectrum is |X|/n over the first n = window/2 bins.</para>
/// <para>Source: Giannakopoulos (2015), PLOS ONE 10(12). Oracle: pyAudioAnalysis at ae00ebd (golden pyaudioanalysis_34 and golden_py136_emodb), 1e-6, for
/// <see cref="ShortTermForm.AsPublished"/>.</para>
/// </remarks>
public static class ShortTermFeatures
{
    public const int Count = 34;
    public const int Coefficients = 13;

    internal const int Blocks = 10;

    private const double RolloffShare = 0.90;

    /// <summary>Names of the features, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "zcr",
        "energy",
        "energy_entropy",
        "spectral_centroid",
        "spectral_spread",
        "spectral_entropy",
        "spectral_flux",
        "spectral_rolloff",
        .. Enumerable.Range(1, Coefficients).Select(k => $"mfcc_{k}"),
        .. Enumerable.Range(1, PitchClasses.Count).Select(k => $"chroma_{k}"),
        "chroma_std",
    ];

    /// <summary>One row a frame that lies wholly in the signal.</summary>
    /// <returns>Shape [frames, 34].</returns>
    /// <exception cref="ResearchException">The signal is shorter than a frame, or the frames are too short.</exception>
    public static Matrix Of(Waveform waveform, ShortTermSettings settings)
    {
        (int window, int step) = settings.Samples(waveform.SampleRateHz);
        var frames = new FrameSpectra(waveform, window, step);
        var shapes = new SpectrumShape(waveform.SampleRateHz, frames.Bins, settings.Form);
        Matrix cepstra = TriangularFilters.For(waveform.SampleRateHz, frames.Bins, settings.Form).Cepstra(frames.Magnitudes);
        Matrix chroma = PitchClasses.For(waveform.SampleRateHz, frames.Bins, settings.Form).Of(frames.Magnitudes);
        var features = new Matrix(frames.Count, Count);
        for (int t = 0; t < frames.Count; t++)
        {
            Span<double> row = features.Row(t);
            ReadOnlySpan<double> spectrum = frames.Magnitudes.Row(t);
            FrameEnergy.Fill(frames.Signal(t), row);
            (row[3], row[4]) = shapes.CentroidAndSpread(spectrum);
            row[5] = FrameEnergy.BlockEntropy(spectrum);
            row[6] = SpectrumShape.Flux(spectrum, frames.Magnitudes.Row(Math.Max(0, t - 1)));
            row[7] = SpectrumShape.Rolloff(spectrum, RolloffShare);
            cepstra.Row(t).CopyTo(row[8..]);
            chroma.Row(t).CopyTo(row[(8 + Coefficients)..]);
            row[^1] = Math.Sqrt(OrderedSum.Variance(chroma.Row(t), 0));
        }

        return features;
    }

    /// <summary>The features with what they changed since the frame before beside them; nothing in the first frame.</summary>
    /// <param name="features">Shape [frames, features].</param>
    /// <returns>Shape [frames, 2·features].</returns>
    public static Matrix WithChanges(Matrix features)
    {
        var both = new Matrix(features.Rows, 2 * features.Columns);
        for (int t = 0; t < features.Rows; t++)
        {
            for (int k = 0; k < features.Columns; k++)
            {
                both[t, k] = features[t, k];
                both[t, features.Columns + k] = t == 0 ? 0 : features[t, k] - features[t - 1, k];
            }
        }

        return both;
    }
}

internal sealed class NamedShortTerm : NamedFeature<ShortTermSettings>
{
    private const double WindowSeconds = 0.050; // pyAudioAnalysis's usual frames
    private const double StepSeconds = 0.025;
    private const int LowestRateHz = 1000;

    public override string Name => "short-term";

    public override string Description =>
        "The 34 short-term features of pyAudioAnalysis, from its zero crossing rate to the deviation of its chroma.";

    public override string ExampleOptions => "--form corrected";

    public override string Heading(int column, int columns) => column == 0 ? Seconds : ShortTermFeatures.Names[column - 1];

    protected override ShortTermSettings Defaults(Framing framing) =>
        new()
        {
            WindowSeconds = WindowSeconds,
            StepSeconds = StepSeconds,
            Form = ShortTermForm.AsPublished,
        };

    // The signal loses the mean of the whole and is divided by its largest magnitude.
    protected override void Compute(ISamples samples, ShortTermSettings settings, FeatureRows receive)
    {
        if (samples.SampleRateHz < LowestRateHz)
        {
            throw new ResearchException(
                $"A recording of {samples.SampleRateHz} Hz: its spectrum does not reach the pitch classes of the short-term features; {LowestRateHz} Hz at least are needed."
            );
        }

        (int window, int step) = settings.Samples(samples.SampleRateHz);
        Matrix values = ShortTermFeatures.Of(WholeSamples.Of(samples), settings);
        double MiddleOf(int frame) => (((double)frame * step) + (window / 2.0)) / samples.SampleRateHz;
        receive(TimedRows.Of(values, MiddleOf));
    }
}
