using System.Runtime.Intrinsics;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Numerics.Fourier;

namespace Research.Features.Prosody;

/// <summary>One-sided power density of every frame under a Hann window, transform of 1,024 points or the window's. Every bin is doubled, the first and the last too.</summary>
internal sealed class PowerDensity
{
    private const int Length = 1024;
    private const double Smallest = 1e-14;
    private const double LeastPower = 1e-10;

    public PowerDensity(VoiceFrames frames)
    {
        double[] window = Window.Of(WindowShape.Hann, frames.WindowSamples);
        double scale = 2 / (OrderedSum.Dot(window, window) * frames.SampleRateHz);
        RealFft fft = RealFft.Plan(Math.Max(Length, frames.WindowSamples));
        BinHz = (double)frames.SampleRateHz / fft.Length;
        FrameLanes.Check(frames.Count, fft.Bins);
        Power = new Matrix(frames.Count, fft.Bins);
        RealFft.Workspace workspace = fft.NewWorkspace();
        (var re, var im) = (new Vector256<double>[fft.Bins], new Vector256<double>[fft.Bins]);
        for (int first = 0; first < frames.Count; first += 4)
        {
            fft.Forward(Gather(frames, first, window, fft.Length), re, im, workspace);
            for (int lane = 0; lane < Math.Min(4, frames.Count - first); lane++)
            {
                Span<double> row = Power.Row(first + lane);
                for (int k = 0; k < row.Length; k++)
                {
                    row[k] = scale * ((re[k][lane] * re[k][lane]) + (im[k][lane] * im[k][lane]));
                }
            }
        }
    }

    /// <summary>Shape [frames, bins]; full scale squared a hertz.</summary>
    public Matrix Power { get; }

    public double BinHz { get; }

    public int Bins => Power.Columns;

    /// <summary>Density of a bin, decibels.</summary>
    public double Decibels(int frame, int bin) => 10 * PortableMath.Log10(Power[frame, bin] + Smallest);

    /// <summary>Power from a frequency up to below another, decibels.</summary>
    public double Decibels(int frame, double fromHz, double toHz)
    {
        (int first, int end) = Range(fromHz, toHz);
        return 10 * PortableMath.Log10((OrderedSum.Of(Power.Row(frame)[first..end]) * BinHz) + LeastPower);
    }

    /// <summary>Bins from a frequency up to below another.</summary>
    public (int First, int End) Range(double fromHz, double toHz) =>
        (Math.Min(Bins, (int)Math.Ceiling(fromHz / BinHz)), Math.Min(Bins, (int)Math.Ceiling(toHz / BinHz)));

    // A lane without a frame repeats the last one.
    private static Vector256<double>[] Gather(VoiceFrames frames, int first, double[] window, int length)
    {
        double[][] samples = [.. Enumerable.Range(0, 4).Select(j => frames.Samples(Math.Min(first + j, frames.Count - 1)))];
        var input = new Vector256<double>[length];
        for (int n = 0; n < window.Length; n++)
        {
            input[n] = Vector256.Create(samples[0][n], samples[1][n], samples[2][n], samples[3][n]) * Vector256.Create(window[n]);
        }

        return input;
    }
}
