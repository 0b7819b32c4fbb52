using System.Text;
using Research.Data;
using Research.Evaluation.Trials;
using Research.Features.Normalization;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>What the recordings of a training were like, whatever was said: a mixture of Gaussians over their <see cref="RecordingStatistics"/>.</summary>
/// <remarks>
/// A network is as sure of a sentence as of a word, and the energy of its scores hardly tells them apart; the log-density under this model does (Digits.Strangers and
/// SpeechEmotion.Strangers measure it). How many Gaussians, and how much is added to their variances, was chosen with the shares of those two experiments in sight, and so were the statistics.
/// </remarks>
internal sealed class Background
{
    private const int RecordingsAGaussian = 150;
    private const string Stream = "background";
    private readonly Standardizer _scaling;
    private readonly GaussianMixture _mixture;

    private Background(Standardizer scaling, GaussianMixture mixture) => (_scaling, _mixture) = (scaling, mixture);

    /// <summary>The background of some recordings.</summary>
    /// <param name="statistics">Of every recording, as <see cref="StatisticsOf"/> gives them; those that are null take no part.</param>
    /// <param name="seed">Of the mixture's first means.</param>
    /// <exception cref="ResearchException">No recording is long enough.</exception>
    public static Background Fit(IEnumerable<double[]?> statistics, ulong seed)
    {
        double[][] rows = [.. statistics.OfType<double[]>()];
        if (rows.Length == 0)
        {
            throw new ResearchException(
                "No recording of the training is as long as one frame of 25 ms, so no background can be learned."
            );
        }

        var matrix = Matrix.OfRows(rows);
        Standardizer scaling = Standardizer.Fit(matrix);
        var settings = new MixtureSettings
        {
            Components = Math.Max(1, rows.Length / RecordingsAGaussian),
            Covariance = Covariance.Full,
            Iterations = 50,
            Tolerance = 1e-3,
            AddedVariance = 0.1,
        };
        return new(scaling, MixtureEm.Fit(scaling.Apply(matrix), settings, Rng.For(seed, Stream)));
    }

    /// <summary>What it knows of a recording; null where that is too short.</summary>
    public static double[]? StatisticsOf(Waveform waveform) => RecordingStatistics.Of(waveform);

    /// <summary>Log-density of a recording's statistics; minus infinity where it has none. Higher is more familiar.</summary>
    public double FamiliarityOf(double[]? statistics) =>
        statistics is null ? double.NegativeInfinity : _mixture.LogDensity(_scaling.Apply(Matrix.OfRows([statistics])))[0];

    /// <summary>Every bit of it.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            StandardizerFile.Write(writer, _scaling);
            HmmFile.Write(writer, _mixture);
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no background, or of other statistics.</exception>
    /// <exception cref="EndOfStreamException">They are cut off.</exception>
    /// <exception cref="ArgumentException">The numbers are no mixture's.</exception>
    public static Background Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        Standardizer scaling = StandardizerFile.Read(reader);
        if (scaling.Mean.Length != RecordingStatistics.Count)
        {
            throw new InvalidDataException(
                $"its background is of {scaling.Mean.Length} statistics where recordings have {RecordingStatistics.Count}."
            );
        }

        GaussianMixture mixture = HmmFile.ReadMixture(reader, scaling.Mean.Length);
        return reader.BaseStream.Position == bytes.Length
            ? new(scaling, mixture)
            : throw new InvalidDataException($"its background has {bytes.Length - reader.BaseStream.Position} bytes too many.");
    }
}
