using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>A bell over the bins about each of twelve pitch classes in every octave, C first.</summary>
/// <remarks>
/// Source: Ellis (2007), "Chroma feature analysis and synthesis"; the conventions of librosa.filters.chroma: a bell is half a semitone wide, or half a bin
/// where bins are wider; each bin's twelve weights have unit length; a second bell over octaves; bin 0 lies an octave and a half below bin 1.
/// </remarks>
internal sealed class ChromaFilterbank
{
    public const int Classes = 12;

    private const int AboveC = 9; // semitones from C up to A, from which octaves are counted
    private readonly double[][] _weights = [.. Enumerable.Range(0, Classes).Select(_ => Array.Empty<double>())];

    /// <param name="tuning">Semitones above 440 Hz.</param>
    public ChromaFilterbank(ChromaSettings settings, int sampleRateHz, double tuning)
    {
        int bins = (settings.Stft.FftLength / 2) + 1;
        double[] places = Places(settings.Stft.FftLength, bins, sampleRateHz, tuning);
        for (int c = 0; c < Classes; c++)
        {
            _weights[c] = new double[bins];
        }

        for (int k = 0; k < bins; k++)
        {
            double width = k + 1 < places.Length ? Math.Max(1, places[k + 1] - places[k]) : 1;
            Fill(k, places[k], width, settings);
        }
    }

    /// <summary>Weight of a bin in a pitch class; 0 is C.</summary>
    public double Weight(int pitchClass, int bin) => _weights[pitchClass][bin];

    /// <summary>Power in the pitch classes.</summary>
    /// <param name="power">Shape [bins].</param>
    /// <param name="chroma">Shape [12].</param>
    public void Apply(ReadOnlySpan<Vector256<double>> power, Span<Vector256<double>> chroma)
    {
        for (int c = 0; c < Classes; c++)
        {
            double[] weights = _weights[c];
            Vector256<double> sum = Vector256<double>.Zero;
            for (int k = 0; k < weights.Length; k++)
            {
                sum += power[k] * Vector256.Create(weights[k]);
            }

            chroma[c] = sum;
        }
    }

    // Semitones above the lowest A; one bin more than has a filter, where the transform has it, for the last one's width.
    private static double[] Places(int fftLength, int bins, int sampleRateHz, double tuning)
    {
        double detuned = PortableMath.Pow(2, tuning / Classes);
        var places = new double[Math.Min(bins + 1, fftLength)];
        for (int k = 1; k < places.Length; k++)
        {
            places[k] = Classes * Tuning.Octaves((double)k * sampleRateHz / fftLength / detuned);
        }

        places[0] = places[1] - (1.5 * Classes);
        return places;
    }

    private void Fill(int bin, double place, double width, ChromaSettings settings)
    {
        var bells = new double[Classes];
        for (int c = 0; c < Classes; c++)
        {
            double shifted = place - c + (Classes / 2);
            double distance = shifted - (Classes * Math.Floor(shifted / Classes)) - (Classes / 2); // -6 to 6 semitones
            bells[c] = Bell(2 * distance / width);
        }

        double length = Math.Sqrt(OrderedSum.Dot(bells, bells));
        double octave = settings.OctaveWidth is { } spread ? Bell(((place / Classes) - settings.CentreOctave) / spread) : 1;
        for (int c = 0; c < Classes; c++)
        {
            _weights[(c + AboveC) % Classes][bin] = bells[c] / length * octave;
        }
    }

    private static double Bell(double x) => PortableMath.Exp(-0.5 * x * x);
}
