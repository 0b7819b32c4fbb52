using System.Text;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>Trained hidden Markov models with the scaling of their frames, every bit of them.</summary>
public static class HmmFile
{
    private const int LeastModelBytes = sizeof(int) + sizeof(double); // a count of states and one state

    public static byte[] Write(Standardizer standardizer, HmmClassifier models)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, standardizer, models);
        }

        return bytes.ToArray();
    }

    public static void Write(BinaryWriter writer, Standardizer standardizer, HmmClassifier models)
    {
        StandardizerFile.Write(writer, standardizer);
        writer.Write(models.Models.Count);
        foreach (LeftRightHmm model in models.Models)
        {
            MatrixBinary.Write(writer, model.Stay);
            foreach (GaussianMixture emission in model.Emissions)
            {
                Write(writer, emission);
            }
        }
    }

    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    /// <exception cref="InvalidDataException">A count is negative, or the counts contradict each other.</exception>
    /// <exception cref="ArgumentException">The numbers are no model's, such as a variance below 0.</exception>
    public static (Standardizer Standardizer, HmmClassifier Models) Read(BinaryReader reader)
    {
        Standardizer standardizer = StandardizerFile.Read(reader);
        var models = new LeftRightHmm[CountedBinary.ReadCount(reader, LeastModelBytes)];
        for (int m = 0; m < models.Length; m++)
        {
            double[] stay = MatrixBinary.ReadVector(reader);
            models[m] = new LeftRightHmm(stay, [.. stay.Select(_ => ReadMixture(reader, standardizer.Mean.Length))]);
        }

        return (standardizer, new HmmClassifier(models));
    }

    internal static void Write(BinaryWriter writer, GaussianMixture mixture)
    {
        writer.Write(mixture.Shape == Covariance.Full);
        MatrixBinary.Write(writer, mixture.Weights);
        MatrixBinary.Write(writer, mixture.Means);
        foreach (Matrix covariance in mixture.Covariances)
        {
            MatrixBinary.Write(writer, covariance);
        }
    }

    internal static GaussianMixture ReadMixture(BinaryReader reader, int dimensions)
    {
        bool full = reader.ReadBoolean();
        double[] weights = MatrixBinary.ReadVector(reader);
        Matrix means = MatrixBinary.Read(reader);
        CheckShape("Means", means, weights.Length, dimensions);
        Matrix[] covariances = [.. weights.Select(_ => ReadCovariance(reader, full, dimensions))];
        return full
            ? GaussianMixture.OfFull(weights, means, covariances)
            : GaussianMixture.OfDiagonal(weights, means, Matrix.OfRows([.. covariances.Select(row => row.Row(0).ToArray())]));
    }

    private static Matrix ReadCovariance(BinaryReader reader, bool full, int dimensions)
    {
        Matrix covariance = MatrixBinary.Read(reader);
        CheckShape("A covariance", covariance, full ? dimensions : 1, dimensions);
        return covariance;
    }

    private static void CheckShape(string what, Matrix matrix, int rows, int columns)
    {
        if (matrix.Rows != rows || matrix.Columns != columns)
        {
            throw new InvalidDataException($"{what}: {matrix.Rows} by {matrix.Columns} where {rows} by {columns} are needed.");
        }
    }
}
