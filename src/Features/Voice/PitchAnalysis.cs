using System.Runtime.Intrinsics;
using Research.Data;
using Research.Numerics;
using Research.Numerics.Fourier;

namespace Research.Features.Voice;

/// <summary>The frames of a signal for pitch: windows of three periods, their autocorrelations divided by the window's own.</summary>
internal sealed class PitchAnalysis
{
    private const double PeriodsPerWindow = 3;
    private const int LongestWindow = 1 << 20;
    private const int ShortestWindow = 8; // below it no lag is left that could be a period
    private const double TwoPi = 6.283185307179586;
    private const int FramesAPart = 1 << 10;
    private readonly ISamples _samples;
    private readonly int _rate;
    private readonly PitchSettings _settings;
    private readonly int _period;
    private readonly int _half;
    private readonly double[] _window;
    private readonly double[] _windowCorrelation;
    private readonly int _reach;
    private readonly RealFft _fft;
    private readonly double _globalPeak;

    public PitchAnalysis(ISamples samples, PitchSettings settings)
    {
        (_samples, _rate, _settings) = (samples, samples.SampleRateHz, settings);
        settings.Check();
        double windowSeconds = PeriodsPerWindow / settings.FloorHz;
        double durationSeconds = (double)samples.Count / _rate;
        if (durationSeconds < windowSeconds)
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"The signal lasts {durationSeconds:F4} s; pitch from {settings.FloorHz} Hz needs {windowSeconds:F4} s, three periods."
                )
            );
        }

        if (windowSeconds * _rate < ShortestWindow)
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"Pitch from {settings.FloorHz} Hz at {_rate} Hz: three periods have fewer than {ShortestWindow} samples. Lower the floor, or take a recording of a higher sample rate."
                )
            );
        }

        if (windowSeconds * _rate > LongestWindow)
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"Pitch from {settings.FloorHz} Hz at {_rate} Hz: three periods have more than {LongestWindow} samples. Raise the floor."
                )
            );
        }

        _period = (int)(_rate / settings.FloorHz);
        _half = ((int)(windowSeconds * _rate) / 2) - 1;
        Times = FrameTimes.Within(1.0 / _rate * samples.Count, windowSeconds, settings.StepSeconds);
        _window = new double[2 * _half];
        for (int n = 0; n < _window.Length; n++)
        {
            _window[n] = 0.5 - (0.5 * PortableMath.Cos(TwoPi * (n + 1) / (_window.Length + 1)));
        }

        _reach = _window.Length / 2;
        int length = 1;
        while (length < 1.5 * _window.Length)
        {
            length *= 2;
        }

        _fft = RealFft.Plan(length);
        _windowCorrelation = Correlations([_window])[0];
        _globalPeak = SignalPeak.Of(samples);
    }

    public FrameTimes Times { get; }

    /// <summary>Every frame; the samples are read some seconds at a time.</summary>
    public PitchFrame[] AllFrames()
    {
        var all = new PitchFrame[Times.Count];
        for (int first = 0; first < all.Length; first += FramesAPart)
        {
            int frames = Math.Min(FramesAPart, all.Length - first);
            SignalPart part = Around(first, first + frames - 1);
            int start = first;
            ParallelLoop
                .Select((frames + 3) / 4, group => Frames(start + (4 * group), part))
                .SelectMany(group => group)
                .ToArray()
                .CopyTo(all, first);
        }

        return all;
    }

    private SignalPart Around(int firstFrame, int lastFrame)
    {
        int reach = Math.Max(_period, _half);
        return SignalPart.Read(_samples, After(Times[firstFrame]) - reach, After(Times[lastFrame]) + reach);
    }

    // Four frames from that one on, or as many as there are.
    private PitchFrame[] Frames(int first, SignalPart part)
    {
        int count = Math.Min(4, Times.Count - first);
        (var windowed, var intensities) = (new double[count][], new double[count]);
        for (int j = 0; j < count; j++)
        {
            (windowed[j], intensities[j]) = Cut(After(Times[first + j]), part);
        }

        double[][] correlations = Correlations(windowed);
        int maximumLag = Math.Min((int)(_window.Length / PeriodsPerWindow) + 2, _window.Length);
        return
        [
            .. correlations.Select(
                (c, j) =>
                    intensities[j] == 0 || c[0] == 0
                        ? new PitchFrame(intensities[j], [new(0, 0)])
                        : new PitchFrame(intensities[j], PitchCandidates.Of(Normalised(c), maximumLag, _rate, _settings))
            ),
        ];
    }

    // The first sample after a time. Where the time falls on a sample the last bit decides, so the terms and their order are Praat's.
    private long After(double seconds)
    {
        double step = 1.0 / _rate;
        return (long)Math.Floor(((seconds - (0.5 * step)) / step) + 1);
    }

    // A frame without its local mean, under the window; and its peak near the middle, relative to the signal's.
    private (double[] Windowed, double Intensity) Cut(long right, SignalPart part)
    {
        double mean = OrderedSum.Mean(part.Slice(right - _period, right + _period));
        ReadOnlySpan<double> samples = part.Slice(right - _half, right + _half);
        var frame = new double[_window.Length];
        for (int n = 0; n < samples.Length; n++)
        {
            frame[n] = (samples[n] - mean) * _window[n];
        }

        int near = (_period / 2) + 1;
        double peak = 0;
        for (int n = Math.Max(0, _half - near); n < Math.Min(frame.Length, _half + near); n++)
        {
            peak = Math.Max(peak, Math.Abs(frame[n]));
        }

        return (frame, _globalPeak == 0 ? 0 : Math.Min(1, peak / _globalPeak));
    }

    // Sums of products at lags 0 … reach, by way of the power spectrum; four signals at once.
    private double[][] Correlations(double[][] signals)
    {
        var x = new Vector256<double>[_fft.Length];
        for (int n = 0; n < _window.Length; n++)
        {
            x[n] = Vector256.Create(At(signals, 0, n), At(signals, 1, n), At(signals, 2, n), At(signals, 3, n));
        }

        var re = new Vector256<double>[_fft.Bins];
        var im = new Vector256<double>[_fft.Bins];
        RealFft.Workspace workspace = _fft.NewWorkspace();
        _fft.Forward(x, re, im, workspace);
        for (int k = 0; k < _fft.Length; k++)
        {
            int bin = Math.Min(k, _fft.Length - k);
            x[k] = (re[bin] * re[bin]) + (im[bin] * im[bin]);
        }

        // A power spectrum is real and even: its forward transform is the inverse one but for the scale, which a ratio does not see.
        _fft.Forward(x, re, im, workspace);
        return [.. signals.Select((_, j) => Enumerable.Range(0, _reach + 1).Select(lag => re[lag][j]).ToArray())];
    }

    private static double At(double[][] signals, int j, int n) => j < signals.Length ? signals[j][n] : 0;

    private double[] Normalised(double[] correlation)
    {
        var r = new double[(2 * _reach) + 1];
        for (int lag = 0; lag <= _reach; lag++)
        {
            double value = lag == 0 ? 1 : correlation[lag] / correlation[0] * (_windowCorrelation[0] / _windowCorrelation[lag]);
            (r[_reach + lag], r[_reach - lag]) = (value, value);
        }

        return r;
    }
}
