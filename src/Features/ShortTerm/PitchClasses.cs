using System.Collections.Concurrent;
using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>Shares of a frame's power in the twelve pitch classes, from A (27.5 Hz and its octaves) upwards.</summary>
/// <remarks>
/// Source: Giannakopoulos (2015), PLOS ONE 10(12). Each bin belongs to the semitone nearest to its frequency; a semitone counts the mean power of its bins.
/// The program writes a semitone's bins one over the other, so that the last one stays; semitones below 27.5 Hz land at the end of its table, and it divides
/// by the bin count of another place: kept in the published form. The corrected one sums every bin from 27.5 Hz upwards.
/// </remarks>
internal sealed class PitchClasses
{
    public const int Count = 12;

    private const double LowestHz = 27.5;
    private const double PerNeper = 1.4426950408889634; // 1/ln 2
    private const double Smallest = 2.220446049250313e-16;
    private static readonly ConcurrentDictionary<(int, int, ShortTermForm), PitchClasses> Cache = new();
    private readonly (int Class, double Weight)[] _bins;

    private PitchClasses(int sampleRateHz, int bins, ShortTermForm form) =>
        _bins = form == ShortTermForm.AsPublished ? Published(sampleRateHz, bins) : Corrected(sampleRateHz, bins);

    public static PitchClasses For(int sampleRateHz, int bins, ShortTermForm form) =>
        Cache.GetOrAdd((sampleRateHz, bins, form), static key => new PitchClasses(key.Item1, key.Item2, key.Item3));

    /// <param name="magnitudes">Shape [frames, bins].</param>
    /// <returns>Shape [frames, 12].</returns>
    public Matrix Of(Matrix magnitudes)
    {
        var shares = new Matrix(magnitudes.Rows, Count);
        for (int t = 0; t < magnitudes.Rows; t++)
        {
            ReadOnlySpan<double> spectrum = magnitudes.Row(t);
            double whole = OrderedSum.Dot(spectrum, spectrum);
            for (int k = 0; k < spectrum.Length; k++)
            {
                (int pitchClass, double weight) = _bins[k];
                shares[t, pitchClass] += weight * spectrum[k] * spectrum[k] / (whole == 0 ? Smallest : whole);
            }
        }

        return shares;
    }

    // As the program's table: a bin's power is written at its semitone (counted back from the end where negative), the last write stays;
    // then place p is divided by the bin count of the semitone of bin p.
    private static (int, double)[] Published(int sampleRateHz, int bins)
    {
        int[] semitones = [.. Enumerable.Range(1, bins).Select(k => Semitone(k * (double)sampleRateHz / (2 * bins)))];
        var last = new Dictionary<int, int>(); // place in the table → the bin that stays there
        int written = semitones.Max() < bins ? bins : Array.FindIndex(semitones, semitone => semitone > bins) - 1;
        for (int k = 0; k < written; k++)
        {
            last[semitones[k] < 0 ? semitones[k] + bins : semitones[k]] = k;
        }

        var weights = new (int, double)[bins];
        foreach ((int place, int bin) in last)
        {
            int counted = semitones[place] < 0 ? semitones[place] + bins : semitones[place];
            weights[bin] = (place % Count, 1.0 / BinsLike(semitones, counted, bins));
        }

        return weights;
    }

    // How many bins share the semitone of the bin that stands at that place of the table.
    private static int BinsLike(int[] semitones, int place, int bins) =>
        place < bins ? semitones.Count(semitone => semitone == semitones[place]) : 1;

    private static (int, double)[] Corrected(int sampleRateHz, int bins)
    {
        int[] semitones =
        [
            .. Enumerable.Range(0, bins).Select(k => k == 0 ? -1 : Semitone(k * (double)sampleRateHz / (2 * bins))),
        ];
        return
        [
            .. semitones.Select(semitone =>
                semitone < 0 ? (0, 0.0) : (semitone % Count, 1.0 / semitones.Count(other => other == semitone))
            ),
        ];
    }

    private static int Semitone(double hertz) =>
        (int)Math.Round(Count * PerNeper * PortableMath.Log(hertz / LowestHz), MidpointRounding.ToEven);
}
