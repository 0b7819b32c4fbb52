using System.Text;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>Trained hidden Markov models with the scaling of their frames, every bit of them.</summary>
public static class HmmFile
{
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
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
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

    public static (Standardizer Standardizer, HmmClassifier Models) Read(BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        var models = new LeftRightHmm[reader.ReadInt32()];
        for (int m = 0; m < models.Length; m++)
        {
            double[] stay = MatrixBinary.ReadVector(reader);
            models[m] = new LeftRightHmm(stay, [.. stay.Select(_ => ReadMixture(reader))]);
        }

        return (standardizer, new HmmClassifier(models));
    }

    private static void Write(BinaryWriter writer, GaussianMixture mixture)
    {
        writer.Write(mixture.Shape == Covariance.Full);
        MatrixBinary.Write(writer, mixture.Weights);
        MatrixBinary.Write(writer, mixture.Means);
        foreach (Matrix covariance in mixture.Covariances)
        {
            MatrixBinary.Write(writer, covariance);
        }
    }

    private static GaussianMixture ReadMixture(BinaryReader reader)
    {
        bool full = reader.ReadBoolean();
        double[] weights = MatrixBinary.ReadVector(reader);
        Matrix means = MatrixBinary.Read(reader);
        Matrix[] covariances = [.. weights.Select(_ => MatrixBinary.Read(reader))];
        return full
            ? GaussianMixture.OfFull(weights, means, covariances)
            : GaussianMixture.OfDiagonal(weights, means, Matrix.OfRows([.. covariances.Select(row => row.Row(0).ToArray())]));
    }
}
