using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How good a beat in each frame would be: onset strength over its deviation, smoothed by a bell of a 32nd of a beat.</summary>
/// <remarks>Source: Ellis (2007), J. New Music Research 36(1), section 3; widths as librosa.beat.beat_track.</remarks>
internal static class BeatScore
{
    private const double BellsABeat = 32;

    /// <summary>One a frame.</summary>
    /// <param name="onset">Not constant.</param>
    /// <param name="period">Frames a beat.</param>
    public static double[] Of(double[] onset, int period)
    {
        double scale = 1 / Math.Sqrt(OrderedSum.Variance(onset, 1));
        double[] bell = [.. Enumerable.Range(0, (2 * period) + 1).Select(k => Bell((k - period) * BellsABeat / period))];
        var score = new double[onset.Length];
        for (int t = 0; t < score.Length; t++)
        {
            int first = Math.Max(0, t - period);
            int end = Math.Min(onset.Length, t + period + 1);
            for (int n = first; n < end; n++)
            {
                score[t] += bell[n - t + period] * onset[n] * scale;
            }
        }

        return score;
    }

    /// <summary>The beats from the first to the last frame whose score is above half the root mean square of the beats' smoothed scores.</summary>
    public static int[] Trimmed(double[] score, int[] beats)
    {
        double least = 0.5 * Math.Sqrt(MeanSquare(score, beats));
        int first = Array.FindIndex(score, value => value > least);
        int last = Array.FindLastIndex(score, value => value > least);
        return [.. beats.Where(beat => first >= 0 && beat >= first && beat <= last)];
    }

    // Smoothed by ½, 1, ½; two values more than beats count, the first behind the last beat and a zero, where there are so many frames: as librosa.
    private static double MeanSquare(double[] score, int[] beats)
    {
        double At(int i) => i >= 0 && i < beats.Length ? score[beats[i]] : 0;
        int count = Math.Min(score.Length, beats.Length + 2);
        double[] smooth = [.. Enumerable.Range(0, count).Select(i => At(i) + (0.5 * (At(i - 1) + At(i + 1))))];
        return OrderedSum.Dot(smooth, smooth) / count;
    }

    private static double Bell(double x) => PortableMath.Exp(-0.5 * x * x);
}
