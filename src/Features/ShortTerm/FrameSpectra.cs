using Research.Data;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>The levelled signal, cut into rectangular frames, and their magnitudes.</summary>
internal sealed class FrameSpectra
{
    private const double Smallest = 1e-10;
    private readonly double[] _signal;
    private readonly int _window;
    private readonly int _step;

    public FrameSpectra(Waveform waveform, int window, int step)
    {
        (_window, _step) = (window, step);
        _signal = Levelled(waveform.Samples);
        if (_signal.Length < window)
        {
            throw new ResearchException(
                $"The signal has {_signal.Length} samples where a short-term frame needs {window}; use a shorter window or a longer recording."
            );
        }

        Magnitudes = Of(new Waveform(_signal, waveform.SampleRateHz), window, step);
    }

    public int Count => Magnitudes.Rows;

    public int Bins => Magnitudes.Columns;

    /// <summary>Shape [frames, window/2]: |X|/(window/2).</summary>
    public Matrix Magnitudes { get; }

    public ReadOnlySpan<double> Signal(int frame) => _signal.AsSpan(frame * _step, _window);

    private static double[] Levelled(double[] samples)
    {
        double mean = samples.Length == 0 ? 0 : OrderedSum.Mean(samples);
        double[] centred = [.. samples.Select(x => x - mean)];
        double most = centred.Aggregate(0.0, (largest, x) => Math.Max(largest, Math.Abs(x))) + Smallest;
        return [.. centred.Select(x => x / most)];
    }

    private static Matrix Of(Waveform signal, int window, int step)
    {
        Matrix power = PowerSpectrogram.Of(
            signal,
            new StftSettings
            {
                WindowSamples = window,
                HopSamples = step,
                FftLength = window,
                Window = WindowShape.Rectangular,
                Padding = Padding.None,
            }
        );
        int bins = window / 2;
        var magnitudes = new Matrix(power.Rows, bins);
        for (int t = 0; t < power.Rows; t++)
        {
            for (int k = 0; k < bins; k++)
            {
                magnitudes[t, k] = Math.Sqrt(power[t, k]) / bins;
            }
        }

        return magnitudes;
    }
}
