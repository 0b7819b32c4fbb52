using System.Runtime.Intrinsics;
using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How strong each of the twelve pitch classes is: C[t,c] = Σₖ W[c,k]·P[t,k], over the largest of the frame.</summary>
/// <remarks>
/// <para>W: <see cref="ChromaFilterbank"/>, tuned as <see cref="Music.Tuning"/> estimates unless the settings say. Source: Ellis (2007), "Chroma feature
/// analysis and synthesis".</para>
/// <para>A silent frame is 0 throughout; a recording of one frame, or of no sample, has one row. Oracle: librosa.feature.chroma_stft, 1e-5
/// (golden chroma_stft_8k_2048_512.json, music.json).</para>
/// </remarks>
internal static class Chroma
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private static readonly string[] Names =
    [
        "c",
        "c_sharp",
        "d",
        "d_sharp",
        "e",
        "f",
        "f_sharp",
        "g",
        "g_sharp",
        "a",
        "a_sharp",
        "b",
    ];

    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, 12], C first; 0 to 1.</returns>
    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">A sample is not finite, the frames are too many, or an unpadded signal is shorter than a frame.</exception>
    public static Matrix Of(ISamples samples, ChromaSettings settings)
    {
        settings.Check();
        PowerParts power = Power(samples, settings);
        FrameLanes.Check(power.Frames, ChromaFilterbank.Classes);
        var chroma = new Matrix((int)power.Frames, ChromaFilterbank.Classes);
        foreach ((long first, Matrix rows) in Parts(power, samples.SampleRateHz, settings))
        {
            rows.Values.CopyTo(chroma.Values[((int)first * ChromaFilterbank.Classes)..]);
        }

        return chroma;
    }

    /// <summary>The heading of a pitch class, such as c_sharp.</summary>
    internal static string NameOf(int pitchClass) => Names[pitchClass];

    internal static PowerParts Power(ISamples samples, ChromaSettings settings) => new(new FiniteSamples(samples), settings.Stft);

    /// <summary>The same, part by part, with the number of each part's first frame. Where the tuning is estimated, the signal is gone through twice.</summary>
    internal static IEnumerable<(long First, Matrix Rows)> Parts(PowerParts power, int sampleRateHz, ChromaSettings settings)
    {
        IEnumerable<(long First, FrameLanes Power)> parts = power.IsOne ? [.. power.All()] : power.All();
        double tuning = settings.Tuning ?? Estimated(parts, sampleRateHz, settings.Stft.FftLength);
        var bank = new ChromaFilterbank(settings, sampleRateHz, tuning);
        return parts.Select(part => (part.First, Folded(part.Power, bank)));
    }

    private static double Estimated(IEnumerable<(long First, FrameLanes Power)> parts, int sampleRateHz, int fftLength)
    {
        var peaks = new SpectralPeaks(sampleRateHz, fftLength);
        foreach ((_, FrameLanes power) in parts)
        {
            peaks.Add(power);
        }

        return Tuning.Of(peaks);
    }

    private static Matrix Folded(FrameLanes power, ChromaFilterbank bank)
    {
        var chroma = new FrameLanes(power.Frames, ChromaFilterbank.Classes);
        for (int group = 0; group < chroma.Groups; group++)
        {
            bank.Apply(power.Group(group), chroma.Group(group));
            DivideByLargest(chroma.Group(group));
        }

        return chroma.ToMatrix();
    }

    private static void DivideByLargest(Span<Vector256<double>> chroma)
    {
        Vector256<double> largest = Vector256<double>.Zero;
        foreach (Vector256<double> value in chroma)
        {
            largest = Vector256.ConditionalSelect(Vector256.GreaterThan(value, largest), value, largest);
        }

        Vector256<double> small = Vector256.LessThan(largest, Vector256.Create(SmallestNormal));
        Vector256<double> divisor = Vector256.ConditionalSelect(small, Vector256<double>.One, largest);
        for (int c = 0; c < chroma.Length; c++)
        {
            chroma[c] /= divisor;
        }
    }
}

internal sealed class NamedChroma : NamedFeature<ChromaSettings>
{
    public override string Name => "chroma";

    public override string Description => "Strength of the twelve pitch classes, 0 to 1 a frame; the tuning is estimated.";

    public override string ExampleOptions => "--tuning 0";

    public override Framing UsualFraming(int sampleRateHz) => MusicFraming.At(sampleRateHz);

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Chroma.NameOf(column - 1);

    protected override ChromaSettings Defaults(Framing framing) => ChromaSettings.Librosa(framing);

    protected override void Compute(ISamples samples, ChromaSettings settings, FeatureRows receive)
    {
        settings.Check();
        PowerParts power = Chroma.Power(samples, settings);
        foreach ((long first, Matrix rows) in Chroma.Parts(power, samples.SampleRateHz, settings))
        {
            receive(power.WithTimes(first, rows));
        }
    }
}
