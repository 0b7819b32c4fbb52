using Research.Data.Datasets;
using Research.Features.Spectral;
using Research.Models.Networks.Pretrained;

namespace Research.Experiments.GenreAffect;

/// <summary>What the filters of a pretrained MusiCNN find in GTZAN's spectrograms, as if it had heard the recordings.</summary>
/// <remarks>
/// Approximations: 255 is the top of a range of 110 dB, for each clip its own; between the frames, which are 87 ms apart and 93 ms long where MusiCNN's are 16 and 32, decibels are on straight lines;
/// the level that was lost is chosen for each clip so that the network's input has one mean for all.
/// </remarks>
internal sealed record PictureMusiCnn : FeatureSet
{
    /// <summary>Mean of the network's input, log10(1 + 10,000 times the power).</summary>
    public required double MeanInput { get; init; }

    public override string Name => FormattableString.Invariant($"musicnn-filters-of-pictures-{MeanInput}");

    public override IReadOnlyList<DatasetRef> Assets => [MusicnnMsd.Dataset];

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a spectrogram, shape [1, 1506].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        using var network = new MusiCnn(MusiCnnVectors.Weights(inputs.Open(MusicnnMsd.Dataset)));
        Matrix weights = PictureMel.Weights();
        return [.. inputs.Data.Items.Select(item => network.Pooled([PictureMel.Frames(item.Matrix, weights, MeanInput)]))];
    }
}

/// <summary>GTZAN's spectrograms as MusiCNN's input.</summary>
internal static class PictureMel
{
    private const double RangeDecibels = 110;
    private const double TopLevel = 255;
    private const double FramesPerSecond = 62.5;
    private const int SampleRateHz = 16_000;
    private const int FftLength = 512;
    private const int Bands = 96;
    private const int Halvings = 40;

    /// <summary>MusiCNN's mel bands over the bins of a spectrogram: its filterbank, whose bins take what lies between the nearest two.</summary>
    /// <returns>Shape [96, 544].</returns>
    public static Matrix Weights()
    {
        MelSettings librosa = MelSettings.Librosa(SampleRateHz, FftLength, FftLength / 2);
        var bank = MelFilterbank.For(librosa with { Bands = Bands }, SampleRateHz);
        var weights = new Matrix(Bands, GtzanSpecgrams.Bins);
        for (int k = 0; k <= FftLength / 2; k++)
        {
            double hertz = (double)k * SampleRateHz / FftLength;
            double place = Math.Clamp((hertz / GtzanSpecgrams.HertzPerBin) - 0.5, 0, GtzanSpecgrams.Bins - 1);
            int bin = Math.Min((int)place, GtzanSpecgrams.Bins - 2);
            for (int band = 0; band < Bands; band++)
            {
                weights[band, bin] += (1 - (place - bin)) * bank.Weight(band, k);
                weights[band, bin + 1] += (place - bin) * bank.Weight(band, k);
            }
        }

        return weights;
    }

    /// <summary>Frames as MusiCNN hears them, 62.5 a second from the middle of the picture's first to that of its last.</summary>
    /// <param name="picture">Shape [frames, 544]; 0 to 255; at least two frames.</param>
    /// <param name="weights">As <see cref="Weights"/> gives them.</param>
    /// <param name="mean">Of the result; above 0.</param>
    /// <returns>Shape [frames, 96].</returns>
    public static Matrix Frames(Matrix picture, Matrix weights, double mean)
    {
        int frames = (int)((picture.Rows - 1) / GtzanSpecgrams.FramesPerSecond * FramesPerSecond);
        var power = new Matrix(frames, Bands);
        for (int t = 0; t < frames; t++)
        {
            double[] own = PowerAt(picture, t / FramesPerSecond * GtzanSpecgrams.FramesPerSecond);
            for (int band = 0; band < Bands; band++)
            {
                power[t, band] = OrderedSum.Dot(weights.Row(band), own);
            }
        }

        return Levelled(power, mean);
    }

    // Decibels on a straight line between two frames; the top of the range is 1.
    private static double[] PowerAt(Matrix picture, double place)
    {
        int frame = Math.Min((int)place, picture.Rows - 2);
        double share = place - frame;
        return
        [
            .. Enumerable
                .Range(0, picture.Columns)
                .Select(k => ((1 - share) * picture[frame, k]) + (share * picture[frame + 1, k]))
                .Select(level => PortableMath.Pow(10.0, ((level / TopLevel) - 1) * RangeDecibels / 10)),
        ];
    }

    // The mean grows with the gain: halving finds the power of ten.
    private static Matrix Levelled(Matrix power, double mean)
    {
        (double low, double high) = (-2, 14);
        for (int step = 0; step < Halvings; step++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = OrderedSum.Mean(WithGain(power, middle).Values) < mean ? (middle, high) : (low, middle);
        }

        return WithGain(power, 0.5 * (low + high));
    }

    private static Matrix WithGain(Matrix power, double exponent)
    {
        double gain = PortableMath.Pow(10.0, exponent);
        var levelled = new Matrix(power.Rows, power.Columns);
        for (int i = 0; i < levelled.Values.Length; i++)
        {
            levelled.Values[i] = PortableMath.Log10(1 + (gain * power.Values[i]));
        }

        return levelled;
    }
}
