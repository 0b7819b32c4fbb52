using Research.Data;
using Research.Numerics;
using Research.Numerics.Fourier;

namespace Research.Features.Voice;

/// <summary>A signal at another sample rate, as Praat's 'Resample' makes it: low-pass by the spectrum, then sinc interpolation.</summary>
/// <remarks>
/// Downwards the spectrum is cut at half the new rate, with 1,000 zeros at either end against wrapping; each new sample is the sinc
/// sum of <c>depth</c> old samples a side. The middles of both signals coincide. Oracle: Praat, through formants.
/// </remarks>
public static class Resampling
{
    private const int Zeros = 1000;

    /// <param name="sampleRateHz">The new rate; it need not be whole.</param>
    /// <param name="depth">Old samples on either side of a new one.</param>
    /// <returns>The new samples; the first lies (duration − (count − 1)/rate)/2 after the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive, or above <see cref="Waveform.HighestRateHz"/>.</exception>
    public static double[] To(Waveform waveform, double sampleRateHz, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRateHz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRateHz, Waveform.HighestRateHz);
        double factor = sampleRateHz / waveform.SampleRateHz;
        double[] source = factor < 1 ? LowPass(waveform.Samples, factor) : waveform.Samples;
        int count = (int)Math.Floor((waveform.DurationSeconds * sampleRateHz) + 0.5);
        double first = 0.5 * (waveform.DurationSeconds - ((count - 1) / sampleRateHz));
        return ParallelLoop.Select(
            count,
            i => Sinc.At(source, ((first + (i / sampleRateHz)) * waveform.SampleRateHz) - 0.5, depth)
        );
    }

    private static double[] LowPass(double[] samples, double factor)
    {
        int length = 1;
        while (length < samples.Length + (2 * Zeros))
        {
            length *= 2;
        }

        RealFft fft = RealFft.Plan(length);
        var padded = new double[length];
        samples.CopyTo(padded, Zeros);
        (var re, var im) = (new double[fft.Bins], new double[fft.Bins]);
        fft.Forward(padded, re, im);
        Cut(re, im, (int)(factor * length));
        return RealInverse.Of(fft, re, im)[Zeros..(Zeros + samples.Length)];
    }

    // Praat counts real and imaginary halves: where the cut falls between the two, the imaginary half of the last bin goes too.
    // It matters: Burg's method follows the very edge of the band, and formants of noise move by half a per cent without it.
    private static void Cut(double[] re, double[] im, int halves)
    {
        int bins = halves / 2;
        re.AsSpan(bins).Clear();
        im.AsSpan(bins - (halves % 2 == 0 ? 1 : 0)).Clear();
    }
}
