using System.Runtime.Intrinsics;
using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>Power in decibels: 10·log₁₀(max(p, smallest)/reference), no further below the utterance's maximum than the range.</summary>
/// <remarks>Oracle: librosa.power_to_db. A silent utterance is constant.</remarks>
public static class Decibels
{
    private const double PerNeper = 4.342944819032518; // 10/ln 10

    /// <summary>Mel band energies in decibels (MFSC).</summary>
    /// <returns>Shape [frames, bands]; decibels.</returns>
    /// <exception cref="ResearchException">As <see cref="MelSpectrogram"/>.</exception>
    public static Matrix OfMel(Waveform waveform, MelSettings mel, DecibelSettings settings)
    {
        FrameLanes lanes = MelSpectrogram.Lanes(waveform, mel);
        Apply(lanes, settings);
        return lanes.ToMatrix();
    }

    internal static void Apply(FrameLanes lanes, DecibelSettings settings)
    {
        settings.Check();
        Scale(lanes, settings);
        Limit(lanes, settings, Maximum(lanes));
    }

    /// <summary>Power to decibels above power 1, without a limit.</summary>
    internal static void Scale(FrameLanes lanes, DecibelSettings settings)
    {
        Vector256<double> smallest = Vector256.Create(settings.SmallestPower);
        Vector256<double> scale = Vector256.Create(PerNeper);
        Span<Vector256<double>> values = lanes.Values;
        for (int i = 0; i < values.Length; i++)
        {
            Vector256<double> power = Vector256.ConditionalSelect(
                Vector256.GreaterThan(values[i], smallest),
                values[i],
                smallest
            );
            values[i] = PortableMath.Log(power) * scale;
        }
    }

    /// <summary>Raises what is too far below the maximum, and counts from the reference.</summary>
    internal static void Limit(FrameLanes lanes, DecibelSettings settings, double maximum)
    {
        Span<Vector256<double>> values = lanes.Values;
        double reference = settings.Reference == DecibelReference.Maximum ? maximum : 0;
        double floor = settings.RangeDecibels is { } range ? maximum - range : double.NegativeInfinity;
        Vector256<double> floors = Vector256.Create(floor);
        for (int i = 0; i < values.Length; i++)
        {
            Vector256<double> raised = Vector256.ConditionalSelect(Vector256.GreaterThan(values[i], floors), values[i], floors);
            values[i] = raised - Vector256.Create(reference);
        }
    }

    // Lanes without a frame repeat the last frame, so they cannot raise the maximum.
    internal static double Maximum(FrameLanes lanes)
    {
        Vector256<double> best = Vector256.Create(double.NegativeInfinity);
        foreach (Vector256<double> value in lanes.Values)
        {
            best = Vector256.ConditionalSelect(Vector256.GreaterThan(value, best), value, best);
        }

        return Math.Max(Math.Max(best[0], best[1]), Math.Max(best[2], best[3]));
    }
}

internal sealed class NamedMfsc : NamedFeature<NamedMfsc.Settings>
{
    public override string Name => "mfsc";

    public override string Description => "Mel band log energies in decibels (no cosine transform).";

    public override string ExampleOptions => "--bands 40 --highest-hz 7600";

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("mfsc", column - 1);

    protected override Settings Defaults(Framing framing) =>
        new()
        {
            Mel = MelSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples),
            Decibels = DecibelSettings.Librosa,
        };

    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        var mel = new MelParts(samples, settings.Mel);
        foreach ((long first, FrameLanes decibels) in DecibelParts.Of(mel, settings.Decibels))
        {
            receive(mel.WithTimes(first, decibels.ToMatrix()));
        }
    }

    internal sealed record Settings
    {
        public required MelSettings Mel { get; init; }

        public required DecibelSettings Decibels { get; init; }
    }
}
