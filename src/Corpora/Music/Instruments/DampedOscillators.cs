using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Corpora.Music.Instruments;

/// <summary>A bank of decaying sines, added up sample by sample.</summary>
/// <remarks>
/// By recurrence, y[n] = 2·r·cos(w)·y[n−1] − r²·y[n−2], four oscillators in a vector. Products are rounded before they are added, the slowest to fade comes first, oscillator i is
/// lane i mod 4 of vector i/4, vectors are added in order, then the lanes: the same bits with and without vector instructions. A vector that cannot be heard any more is left out.
/// </remarks>
/// <param name="sampleRateHz">Samples a second.</param>
internal sealed class DampedOscillators(int sampleRateHz)
{
    private const int Lanes = 4;
    private const int Block = 64; // samples between two looks at what is still to be heard

    private readonly List<(double Angle, double Level, double Fade)> _all = []; // ordered by what fades slowest once they play

    /// <param name="radians">A second.</param>
    /// <param name="level">At the start.</param>
    /// <param name="fade">The level falls by e in 1/fade seconds.</param>
    public void Add(double radians, double level, double fade) => _all.Add((radians / sampleRateHz, level, fade));

    /// <summary>Adds the sum to a track.</summary>
    /// <param name="gain">Of all.</param>
    /// <param name="riseSeconds">In which the level rises from nothing.</param>
    /// <param name="seconds">When they are damped.</param>
    /// <param name="damper">What is added to each fade then.</param>
    /// <param name="inaudible">Share of the first levels' sum below which nothing more is added.</param>
    public void AddTo(Span<double> track, double gain, double riseSeconds, double seconds, double damper, double inaudible)
    {
        _all.Sort((a, b) => (a.Fade, a.Angle).CompareTo((b.Fade, b.Angle)));
        Vector256<double>[] turn = new Vector256<double>[(_all.Count + Lanes - 1) / Lanes];
        (Vector256<double>[] shrink, Vector256<double>[] now, Vector256<double>[] before) = ([.. turn], [.. turn], [.. turn]);
        double[] level = [.. _all.Select(one => one.Level)];
        double[] fall = new double[level.Length];
        Set(turn, shrink, fall, 0);
        for (int i = 0; i < _all.Count; i++)
        {
            (double angle, double one, _) = _all[i];
            now[i / Lanes] = now[i / Lanes].WithElement(i % Lanes, gain * one * PortableMath.Sin(angle));
        }

        int rise = Math.Max(1, (int)(riseSeconds * sampleRateHz));
        int damped = (int)Math.Min(track.Length, Math.Round(seconds * sampleRateHz));
        double floor = inaudible * OrderedSum.Of(level);
        int heard = now.Length;
        bool free = damper > 0;
        for (int start = 0; start < track.Length && heard > 0; start += Block)
        {
            if (free && start >= damped)
            {
                free = false;
                Set(turn, shrink, fall, damper);
            }

            Span<double> block = track.Slice(start, Math.Min(Block, track.Length - start));
            Play(block, start, rise, turn.AsSpan(0, heard), shrink, now, before);
            for (int i = 0; i < level.Length; i++)
            {
                level[i] *= fall[i];
            }

            while (heard > 0 && level.Skip((heard - 1) * Lanes).Take(Lanes).All(one => one < floor))
            {
                heard--;
            }
        }
    }

    private void Set(Vector256<double>[] turn, Vector256<double>[] shrink, double[] fall, double damper)
    {
        for (int i = 0; i < _all.Count; i++)
        {
            (double angle, _, double fade) = _all[i];
            double keep = PortableMath.Exp(-(fade + damper) / sampleRateHz);
            turn[i / Lanes] = turn[i / Lanes].WithElement(i % Lanes, 2 * keep * PortableMath.Cos(angle));
            shrink[i / Lanes] = shrink[i / Lanes].WithElement(i % Lanes, keep * keep);
            fall[i] = PortableMath.Exp(-(fade + damper) * Block / sampleRateHz);
        }
    }

    private static void Play(
        Span<double> block,
        int start,
        int rise,
        ReadOnlySpan<Vector256<double>> turn,
        ReadOnlySpan<Vector256<double>> shrink,
        Span<Vector256<double>> now,
        Span<Vector256<double>> before
    )
    {
        shrink = shrink[..turn.Length];
        now = now[..turn.Length];
        before = before[..turn.Length];
        for (int n = 0; n < block.Length; n++)
        {
            Vector256<double> sum = Vector256<double>.Zero;
            for (int k = 0; k < turn.Length; k++)
            {
                Vector256<double> next = (turn[k] * now[k]) - (shrink[k] * before[k]);
                sum += now[k];
                (before[k], now[k]) = (now[k], next);
            }

            double share = Math.Min(1, (double)(start + n) / rise);
            block[n] += share * (sum[0] + sum[1] + (sum[2] + sum[3]));
        }
    }
}
