using System.Runtime.Intrinsics;
using Research.Data;
using Research.Features.Naming;
using Research.Numerics;
using Research.Numerics.Fourier;

namespace Research.Features.Spectral;

/// <summary>Power of the short-time Fourier transform.</summary>
/// <remarks>
/// P[t,k] = |Σₙ w[n]·x[t·hop + n]·e^(−2πi·kn/N)|²; frames centred or not as the padding says; a window shorter than the transform
/// stands in its middle. Source: Allen and Rabiner (1977), Proc. IEEE 65(11). Oracle: librosa, through the mel and MFCC golden files.
/// </remarks>
public static class PowerSpectrogram
{
    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, FftLength/2 + 1]; with padding, frames = 1 + samples/hop (for an odd FftLength 1 + (samples − 1)/hop), rounded down.</returns>
    /// <exception cref="ResearchException">The settings contradict each other, or an unpadded signal is shorter than a frame.</exception>
    public static Matrix Of(Waveform waveform, StftSettings settings) => Lanes(waveform, settings).ToMatrix();

    internal static FrameLanes Lanes(Waveform waveform, StftSettings settings)
    {
        settings.Check();
        return Lanes(PaddedSignal.Of(waveform, settings), settings);
    }

    /// <summary>The frames of a stretch of a padded signal; each has the bits that it has in the whole.</summary>
    /// <param name="signal">Begins with the first frame.</param>
    internal static FrameLanes Lanes(double[] signal, StftSettings settings)
    {
        double[] window = Window.Of(settings.Window, settings.WindowSamples);
        RealFft fft = RealFft.Plan(settings.FftLength);
        int frames = 1 + ((signal.Length - settings.FftLength) / settings.HopSamples);
        var power = new FrameLanes(frames, fft.Bins);
        var input = new Vector256<double>[settings.FftLength];
        var re = new Vector256<double>[fft.Bins];
        var im = new Vector256<double>[fft.Bins];
        RealFft.Workspace workspace = fft.NewWorkspace();
        int offset = (settings.FftLength - settings.WindowSamples) / 2;
        for (int group = 0; group < power.Groups; group++)
        {
            Gather(
                signal,
                (4 * group * settings.HopSamples) + offset,
                settings.HopSamples,
                power.Live(group),
                window,
                input.AsSpan(offset)
            );
            fft.Forward(input, re, im, workspace);
            Square(re, im, power.Group(group));
        }

        return power;
    }

    // Lane j holds the frame that starts j hops later; a lane without a frame repeats the last one.
    private static void Gather(double[] signal, int start, int hop, int live, double[] window, Span<Vector256<double>> input)
    {
        int length = window.Length;
        ReadOnlySpan<double> a = signal.AsSpan(start, length);
        ReadOnlySpan<double> b = signal.AsSpan(start + (Math.Min(1, live - 1) * hop), length);
        ReadOnlySpan<double> c = signal.AsSpan(start + (Math.Min(2, live - 1) * hop), length);
        ReadOnlySpan<double> d = signal.AsSpan(start + (Math.Min(3, live - 1) * hop), length);
        for (int n = 0; n < length; n++)
        {
            input[n] = Vector256.Create(a[n], b[n], c[n], d[n]) * Vector256.Create(window[n]);
        }
    }

    private static void Square(Vector256<double>[] re, Vector256<double>[] im, Span<Vector256<double>> power)
    {
        for (int k = 0; k < power.Length; k++)
        {
            power[k] = (re[k] * re[k]) + (im[k] * im[k]);
        }
    }
}

internal sealed class NamedPower : NamedFeature<StftSettings>
{
    public override string Name => "power";

    public override string Description => "Power spectrogram: the squared magnitude of the short-time Fourier transform.";

    public override string ExampleOptions => "--fft-length 512";

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("bin", column - 1);

    protected override StftSettings Defaults(Framing framing) =>
        MelSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples).Stft;

    protected override void Compute(ISamples samples, StftSettings settings, FeatureRows receive)
    {
        var parts = new PowerParts(samples, settings);
        foreach ((long first, FrameLanes power) in parts.All())
        {
            receive(parts.WithTimes(first, power.ToMatrix()));
        }
    }
}
