using Research.Data;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>Magnitudes of a short-time transform with the frequencies of their bins: what the descriptors of a spectrum read.</summary>
/// <param name="Values">Shape [frames, bins]; not negative.</param>
/// <param name="SampleRateHz">Of the signal.</param>
/// <param name="FftLength">Points of the transform.</param>
public sealed record MagnitudeSpectrogram(Matrix Values, int SampleRateHz, int FftLength)
{
    public int Frames => Values.Rows;

    public int Bins => Values.Columns;

    /// <summary>|X[t,k]|, the root of <see cref="PowerSpectrogram"/>.</summary>
    /// <exception cref="ResearchException">As <see cref="PowerSpectrogram"/>.</exception>
    public static MagnitudeSpectrogram Of(Waveform waveform, StftSettings settings)
    {
        Matrix values = PowerSpectrogram.Of(waveform, settings);
        Span<double> all = values.Values;
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Math.Sqrt(all[i]);
        }

        return new MagnitudeSpectrogram(values, waveform.SampleRateHz, settings.FftLength);
    }

    /// <summary>The root of a power spectrogram, in its place.</summary>
    internal static MagnitudeSpectrogram OfPower(Matrix power, int sampleRateHz, int fftLength)
    {
        foreach (ref double value in power.Values)
        {
            value = Math.Sqrt(value);
        }

        return new MagnitudeSpectrogram(power, sampleRateHz, fftLength);
    }

    /// <summary>Frequency of a bin, hertz.</summary>
    public double Hertz(int bin) => (double)bin * SampleRateHz / FftLength;

    /// <summary>Frequencies of all bins, hertz.</summary>
    public double[] Hertz() => [.. Enumerable.Range(0, Bins).Select(Hertz)];
}
