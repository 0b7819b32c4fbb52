using Research.Data.Datasets;
using Research.Features.Music;
using Research.Features.Spectral;

namespace Research.Experiments.GenreAffect;

/// <summary>Mel bands, pitch classes and onsets of GTZAN's spectrograms, whose bins are linear in frequency and whose levels are stretched to 0-255 for each clip.</summary>
/// <remarks>
/// Approximations: 255 is taken for the top of a range of 110 dB, for each clip its own. Below 350 Hz bins are too wide for semitones and count to no pitch class.
/// </remarks>
internal static class PictureBands
{
    private const double RangeDecibels = 110;
    private const double TopLevel = 255;
    private const double LeastPower = 1e-10;
    private const double LowestPitchHz = 350;
    private const double ReferenceHz = 440;
    private const int A = 9; // C is 0

    /// <summary>Triangles of unit weight on Slaney's mel scale; decibels of the mean power under each.</summary>
    /// <param name="picture">Shape [frames, 544].</param>
    /// <returns>Shape [frames, bands].</returns>
    public static Matrix Mel(Matrix picture, int bands)
    {
        Matrix power = Power(picture);
        double[][] weights = Triangles(bands);
        var mel = new Matrix(picture.Rows, bands);
        for (int t = 0; t < mel.Rows; t++)
        {
            for (int b = 0; b < bands; b++)
            {
                mel[t, b] = 10 * PortableMath.Log10(OrderedSum.Dot(weights[b], power.Row(t)) + LeastPower);
            }
        }

        return mel;
    }

    /// <summary>Mean power of the bins nearest to each pitch class, the greatest of a frame 1; a silent frame is 0.</summary>
    /// <returns>Shape [frames, 12].</returns>
    public static Matrix Chroma(Matrix picture)
    {
        Matrix power = Power(picture);
        int[] classes = [.. Enumerable.Range(0, picture.Columns).Select(PitchClass)];
        var chroma = new Matrix(picture.Rows, Features.Music.Chroma.Classes);
        for (int t = 0; t < chroma.Rows; t++)
        {
            for (int c = 0; c < chroma.Columns; c++)
            {
                int own = c;
                chroma[t, c] = OrderedSum.Mean([
                    .. Enumerable.Range(0, classes.Length).Where(k => classes[k] == own).Select(k => power[t, k]),
                ]);
            }

            double most = chroma.Row(t).ToArray().Max();
            foreach (ref double value in chroma.Row(t))
            {
                value = most > 0 ? value / most : 0;
            }
        }

        return chroma;
    }

    /// <summary>Mean rise over the bands from frame to frame, in decibels.</summary>
    public static OnsetEnvelope Onsets(Matrix mel)
    {
        var rises = new double[mel.Rows];
        for (int t = 1; t < rises.Length; t++)
        {
            rises[t] = OrderedSum.Mean([.. Enumerable.Range(0, mel.Columns).Select(b => Math.Max(0, mel[t, b] - mel[t - 1, b]))]);
        }

        return new(rises, GtzanSpecgrams.SampleRateHz, GtzanSpecgrams.HopSamples, GtzanSpecgrams.FirstSeconds);
    }

    /// <summary>All values together with mean 0 and deviation 1; a constant picture is 0.</summary>
    public static Matrix Levelled(Matrix frames)
    {
        double[] values = frames.Values.ToArray();
        double mean = OrderedSum.Mean(values);
        double deviation = Math.Sqrt(OrderedSum.Variance(values, 0));
        var levelled = new Matrix(frames.Rows, frames.Columns);
        for (int i = 0; i < values.Length; i++)
        {
            levelled.Values[i] = deviation > 0 ? (values[i] - mean) / deviation : 0;
        }

        return levelled;
    }

    /// <summary>Two matrices of as many rows, one beside the other.</summary>
    public static Matrix Beside(Matrix left, Matrix right) =>
        Matrix.OfRows([.. Enumerable.Range(0, left.Rows).Select(t => (double[])[.. left.Row(t), .. right.Row(t)])]);

    /// <summary>Some columns.</summary>
    public static Matrix Columns(Matrix frames, int first, int count) =>
        Matrix.OfRows([.. Enumerable.Range(0, frames.Rows).Select(t => frames.Row(t).Slice(first, count).ToArray())]);

    private static Matrix Power(Matrix picture)
    {
        var power = new Matrix(picture.Rows, picture.Columns);
        for (int i = 0; i < power.Values.Length; i++)
        {
            power.Values[i] = PortableMath.Pow(10.0, picture.Values[i] * RangeDecibels / (10 * TopLevel));
        }

        return power;
    }

    // A band narrower than a bin takes the bin at its centre.
    private static double[][] Triangles(int bands)
    {
        double[] edges =
        [
            .. Enumerable
                .Range(0, bands + 2)
                .Select(i =>
                    MelFrequency.ToHertz(
                        MelFrequency.FromHertz(GtzanSpecgrams.Bins * GtzanSpecgrams.HertzPerBin, MelScale.Slaney)
                            * i
                            / (bands + 1),
                        MelScale.Slaney
                    )
                ),
        ];
        return [.. Enumerable.Range(0, bands).Select(b => Triangle(edges[b], edges[b + 1], edges[b + 2]))];
    }

    private static double[] Triangle(double low, double middle, double high)
    {
        double[] weights =
        [
            .. Enumerable
                .Range(0, GtzanSpecgrams.Bins)
                .Select(k => Math.Max(0, Math.Min((HertzOf(k) - low) / (middle - low), (high - HertzOf(k)) / (high - middle)))),
        ];
        double sum = OrderedSum.Of(weights);
        if (sum > 0)
        {
            return [.. weights.Select(weight => weight / sum)];
        }

        int nearest = Math.Min(GtzanSpecgrams.Bins - 1, (int)(middle / GtzanSpecgrams.HertzPerBin));
        weights[nearest] = 1;
        return weights;
    }

    private static double HertzOf(int bin) => (bin + 0.5) * GtzanSpecgrams.HertzPerBin;

    // -1 below the lowest pitch.
    private static int PitchClass(int bin)
    {
        if (HertzOf(bin) < LowestPitchHz)
        {
            return -1;
        }

        double semitones = 12 * PortableMath.Log(HertzOf(bin) / ReferenceHz) / PortableMath.Log(2.0);
        return (((int)Math.Round(semitones) + A) % 12 + 12) % 12;
    }
}
