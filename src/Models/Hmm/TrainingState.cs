using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Hmm;

/// <summary>Where Baum-Welch stands before an iteration: its parameters and the history of log-likelihoods. It draws no random numbers.</summary>
internal sealed record TrainingState(LeftRightHmm Model, List<double> History)
{
    public void Write(BinaryWriter writer)
    {
        MatrixBinary.Write(writer, History.ToArray());
        MatrixBinary.Write(writer, Model.Stay);
        foreach (GaussianMixture emission in Model.Emissions)
        {
            writer.Write((int)emission.Shape);
            MatrixBinary.Write(writer, emission.Weights);
            MatrixBinary.Write(writer, emission.Means);
            foreach (Matrix covariance in emission.Covariances)
            {
                MatrixBinary.Write(writer, covariance);
            }
        }
    }

    public static TrainingState Read(BinaryReader reader)
    {
        List<double> history = [.. MatrixBinary.ReadVector(reader)];
        double[] stay = MatrixBinary.ReadVector(reader);
        var emissions = new GaussianMixture[stay.Length];
        for (int s = 0; s < stay.Length; s++)
        {
            var shape = (Covariance)reader.ReadInt32();
            double[] weights = MatrixBinary.ReadVector(reader);
            Matrix means = MatrixBinary.Read(reader);
            Matrix[] covariances = [.. weights.Select(_ => MatrixBinary.Read(reader))];
            emissions[s] = GaussianMixture.Of(shape, weights, means, covariances);
        }

        return new TrainingState(new LeftRightHmm(stay, emissions), history);
    }
}
