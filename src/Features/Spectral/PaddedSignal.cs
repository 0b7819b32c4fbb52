using Research.Data;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>A signal with what lies before and after it, to be cut into frames.</summary>
internal sealed class PaddedSignal
{
    private readonly ISamples _samples;
    private readonly Padding _padding;
    private readonly int _margin;

    /// <exception cref="ResearchException">The signal is too short for the padding.</exception>
    public PaddedSignal(ISamples samples, StftSettings settings)
    {
        (_samples, _padding) = (samples, settings.Padding);
        _margin = settings.Padding == Padding.None ? 0 : settings.FftLength / 2;
        if (settings.Padding == Padding.None && samples.Count < settings.FftLength)
        {
            throw new ResearchException(
                $"The signal has {samples.Count} samples where an unpadded frame needs {settings.FftLength}; use zero or reflection padding."
            );
        }

        if (settings.Padding == Padding.Reflection && samples.Count < 2)
        {
            throw new ResearchException("Reflection padding needs at least two samples; use zero padding.");
        }

        Frames = 1 + ((samples.Count + (2L * _margin) - settings.FftLength) / settings.HopSamples);
    }

    /// <summary>Frames that lie wholly in the padded signal.</summary>
    public long Frames { get; }

    /// <summary>The whole of it.</summary>
    public static double[] Of(Waveform waveform, StftSettings settings)
    {
        var padded = new PaddedSignal(waveform, settings);
        return settings.Padding == Padding.None
            ? waveform.Samples
            : padded.Part(0, waveform.Samples.Length + (2 * padded._margin));
    }

    /// <summary>A stretch of it.</summary>
    /// <param name="start">Counted from the first padded sample.</param>
    public double[] Part(long start, int length)
    {
        var part = new double[length];
        long first = start - _margin; // of the signal
        int before = (int)Math.Clamp(-first, 0, length);
        int after = (int)Math.Clamp(first + length - _samples.Count, 0, length);
        if (before + after < length)
        {
            _samples.Read(first + before, part.AsSpan(before, length - before - after));
        }

        if (_padding == Padding.Reflection)
        {
            Mirror(first, part.AsSpan(0, before));
            Mirror(first + length - after, part.AsSpan(length - after));
        }

        return part;
    }

    // … 2 1 | 0 1 2 … n−1 | n−2 …, repeated with period 2(n − 1), as numpy.pad's 'reflect'.
    private void Mirror(long first, Span<double> into)
    {
        long period = 2 * (_samples.Count - 1);
        Span<double> one = stackalloc double[1];
        for (int i = 0; i < into.Length; i++)
        {
            long folded = (((first + i) % period) + period) % period;
            _samples.Read(folded < _samples.Count ? folded : period - folded, one);
            into[i] = one[0];
        }
    }
}
