using System.Numerics;
using System.Runtime.Intrinsics;
using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Numerics.Fourier;

namespace Research.Features.Music;

/// <summary>How well onset strength about a frame repeats after each lag: the autocorrelation under a Hann window, over its largest value.</summary>
/// <remarks>
/// <para>A[t,l] = Σₙ v[n]·v[n + l], v = the window's values about frame t. Beyond both ends the curve falls to 0 in a straight line.
/// Source: Grosche, Müller and Kurth (2010), ICASSP, "Cyclic tempogram".</para>
/// <para>A frame without onsets under its window is 0 throughout. Oracle: an independent version in numpy from the definition, 1e-6 (golden music.json); tempo and beats, which are made of it, have librosa itself.</para>
/// </remarks>
internal static class Tempogram
{
    private const int LongestWindow = 1 << 20;
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>One row a frame.</summary>
    /// <param name="windowFrames">Frames under the window, and lags.</param>
    /// <returns>Shape [frames, windowFrames]; lag 0 first; at most 1.</returns>
    /// <exception cref="ResearchException">The window is empty or too long, or the curve is empty or has a value that is negative or not finite.</exception>
    public static Matrix Of(OnsetEnvelope onset, int windowFrames)
    {
        Check(onset, windowFrames);
        var rows = new Matrix(onset.Values.Length, windowFrames);
        foreach ((int first, int live, Vector256<double>[] lags) in Groups(onset, windowFrames))
        {
            for (int t = 0; t < live; t++)
            {
                for (int lag = 0; lag < windowFrames; lag++)
                {
                    rows[first + t, lag] = lags[lag][t];
                }
            }
        }

        return rows;
    }

    /// <summary>Four frames at a time: the number of the first, how many there are, and their lags, which hold until the next four.</summary>
    public static IEnumerable<(int First, int Live, Vector256<double>[] Lags)> Groups(OnsetEnvelope onset, int windowFrames)
    {
        Check(onset, windowFrames);
        return Each(onset.Values, windowFrames);
    }

    /// <exception cref="ResearchException">As <see cref="Of"/>.</exception>
    public static void Check(OnsetEnvelope onset, int windowFrames)
    {
        onset.Check();
        if (windowFrames is < 1 or > LongestWindow)
        {
            throw new ResearchException($"A tempogram's window of {windowFrames} frames: 1 to {LongestWindow} are needed.");
        }

        FrameLanes.Check(onset.Values.Length, windowFrames);
    }

    private static IEnumerable<(int First, int Live, Vector256<double>[] Lags)> Each(double[] onset, int windowFrames)
    {
        double[] padded = Padded(onset, windowFrames / 2);
        var correlation = new Correlation(windowFrames);
        for (int first = 0; first < onset.Length; first += 4)
        {
            int live = Math.Min(4, onset.Length - first);
            yield return (first, live, correlation.Of(padded, first, live));
        }
    }

    // As numpy.pad's 'linear_ramp' down to 0.
    private static double[] Padded(double[] onset, int margin)
    {
        var padded = new double[onset.Length + (2 * margin)];
        onset.CopyTo(padded, margin);
        for (int i = 0; i < margin; i++)
        {
            padded[i] = i * (onset[0] / margin);
            padded[^(i + 1)] = i * (onset[^1] / margin);
        }

        return padded;
    }

    // The correlation of v is the transform of its power spectrum, which is real and even: two forward transforms.
    private sealed class Correlation
    {
        private readonly double[] _window;
        private readonly RealFft _fft;
        private readonly RealFft.Workspace _workspace;
        private readonly Vector256<double>[] _values;
        private readonly Vector256<double>[] _re;
        private readonly Vector256<double>[] _im;

        public Correlation(int windowFrames)
        {
            _window = Window.Of(WindowShape.Hann, windowFrames);
            _fft = RealFft.Plan((int)BitOperations.RoundUpToPowerOf2((uint)(2 * windowFrames)));
            _workspace = _fft.NewWorkspace();
            _values = new Vector256<double>[_fft.Length];
            (_re, _im) = (new Vector256<double>[_fft.Bins], new Vector256<double>[_fft.Bins]);
        }

        public Vector256<double>[] Of(double[] padded, int first, int live)
        {
            Array.Clear(_values);
            for (int n = 0; n < _window.Length; n++)
            {
                int At(int lane) => first + n + Math.Min(lane, live - 1);
                _values[n] =
                    Vector256.Create(padded[At(0)], padded[At(1)], padded[At(2)], padded[At(3)]) * Vector256.Create(_window[n]);
            }

            _fft.Forward(_values, _re, _im, _workspace);
            for (int k = 0; k < _values.Length; k++)
            {
                int bin = Math.Min(k, _values.Length - k);
                _values[k] = (_re[bin] * _re[bin]) + (_im[bin] * _im[bin]);
            }

            _fft.Forward(_values, _re, _im, _workspace);
            DivideByLargest(_re.AsSpan(0, _window.Length));
            return _re;
        }

        private static void DivideByLargest(Span<Vector256<double>> lags)
        {
            Vector256<double> largest = Vector256<double>.Zero;
            foreach (Vector256<double> value in lags)
            {
                largest = Vector256.Max(largest, Vector256.Abs(value));
            }

            Vector256<double> small = Vector256.LessThan(largest, Vector256.Create(SmallestNormal));
            Vector256<double> divisor = Vector256.ConditionalSelect(small, Vector256<double>.One, largest);
            for (int lag = 0; lag < lags.Length; lag++)
            {
                lags[lag] /= divisor;
            }
        }
    }
}

internal sealed class NamedTempogram : NamedFeature<NamedTempogram.Settings>
{
    private const int StandardWindow = 384; // librosa's

    public override string Name => "tempogram";

    public override string Description =>
        "Tempogram: how well onsets about a frame repeat after each lag, a column a lag in frames.";

    public override string ExampleOptions => "--window-frames 200";

    public override Framing UsualFraming(int sampleRateHz) => MusicFraming.At(sampleRateHz);

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("lag", column - 1);

    protected override Settings Defaults(Framing framing) =>
        new() { Onset = OnsetSettings.Librosa(framing), WindowFrames = StandardWindow };

    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        OnsetEnvelope onset = OnsetStrength.Of(samples, settings.Onset);
        Matrix lags = Tempogram.Of(onset, settings.WindowFrames);
        receive(TimedRows.Of(lags, onset.Seconds));
    }

    /// <summary>Of the named feature.</summary>
    internal sealed record Settings
    {
        public required OnsetSettings Onset { get; init; }

        /// <summary>Frames under the window, and lags.</summary>
        public required int WindowFrames { get; init; }
    }
}
