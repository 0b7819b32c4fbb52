using System.Text.Json;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Hmm;

// Oracle: an independent numpy HMM, itself checked against hmmlearn to 2e-13; the call stands in Golden/gmmhmm_3state.json.
public class HmmGoldenTests
{
    private static readonly JsonElement Oracle = Golden.Json("gmmhmm_3state.json");
    private static readonly Matrix[] Sequences = ReadSequences();

    [Theory]
    [InlineData("diag")]
    [InlineData("full")]
    public void Forward_scores_match_the_oracle(string kind)
    {
        LeftRightHmm model = ReadModel(Oracle.GetProperty(kind).GetProperty("init"));
        double[] scores = [.. Sequences.Select(model.LogLikelihood)];
        Golden.AssertClose(Oracle.GetProperty(kind).GetProperty("score_per_sequence").Numbers(), scores, 1e-6);
    }

    [Theory]
    [InlineData("diag")]
    [InlineData("full")]
    public void Viterbi_paths_match_the_oracle(string kind)
    {
        LeftRightHmm model = ReadModel(Oracle.GetProperty(kind).GetProperty("init"));
        JsonElement[] paths = [.. Oracle.GetProperty(kind).GetProperty("viterbi_first5").EnumerateArray()];
        for (int i = 0; i < paths.Length; i++)
        {
            (double log, int[] path) = model.Viterbi(Sequences[i]);
            Assert.Equal(paths[i].Number("logprob"), log, 1e-6);
            Assert.Equal(paths[i].GetProperty("path").Integers(), path);
        }
    }

    [Theory]
    [InlineData("diag", Covariance.Diagonal)]
    [InlineData("full", Covariance.Full)]
    public void Five_iterations_of_training_match_the_oracle(string kind, Covariance covariance)
    {
        LeftRightHmm model = ReadModel(Oracle.GetProperty(kind).GetProperty("init"));
        HmmSettings settings = new()
        {
            States = 3,
            Mixtures = 2,
            Covariance = covariance,
            Iterations = 5,
            Tolerance = double.NegativeInfinity,
            AddedVariance = 0.01,
        };
        (LeftRightHmm trained, IReadOnlyList<double> history) = BaumWelch.Continue(model, Sequences, settings);
        Golden.AssertClose(
            Oracle.GetProperty(kind).GetProperty("em_total_loglik").Numbers(),
            [.. history],
            1e-5,
            "log-likelihood"
        );
        JsonElement after = Oracle.GetProperty(kind).GetProperty("after5");
        LeftRightHmm expected = ReadModel(after);
        Golden.AssertClose(expected.Stay, trained.Stay, 1e-6, "stay");
        for (int s = 0; s < 3; s++)
        {
            Golden.AssertClose(expected.Emissions[s].Weights, trained.Emissions[s].Weights, 1e-6, "weight");
            Golden.AssertClose(expected.Emissions[s].Means.Values, trained.Emissions[s].Means.Values, 1e-6, "mean");
            for (int m = 0; m < 2; m++)
            {
                Golden.AssertClose(
                    expected.Emissions[s].Covariances[m].Values,
                    trained.Emissions[s].Covariances[m].Values,
                    1e-6,
                    "covariance"
                );
            }
        }
    }

    private static LeftRightHmm ReadModel(JsonElement model)
    {
        double[][] transitions = model.GetProperty("A").Rows();
        double[][] weights = model.GetProperty("w").Rows();
        JsonElement[] covariances = [.. model.GetProperty("C").EnumerateArray()];
        JsonElement[] means = [.. model.GetProperty("mu").EnumerateArray()];
        return new LeftRightHmm(
            [.. Enumerable.Range(0, 3).Select(s => transitions[s][s])],
            [.. Enumerable.Range(0, 3).Select(s => ReadMixture(weights[s], Matrix.OfRows(means[s].Rows()), covariances[s]))]
        );
    }

    private static GaussianMixture ReadMixture(double[] weights, Matrix means, JsonElement covariances)
    {
        bool full = covariances[0][0].ValueKind == JsonValueKind.Array;
        return full
            ? GaussianMixture.OfFull(weights, means, [.. covariances.EnumerateArray().Select(c => Matrix.OfRows(c.Rows()))])
            : GaussianMixture.OfDiagonal(weights, means, Matrix.OfRows(covariances.Rows()));
    }

    private static Matrix[] ReadSequences()
    {
        Matrix all = Matrix.OfRows(Oracle.GetProperty("data").Rows());
        var sequences = new List<Matrix>();
        int start = 0;
        foreach (int length in Oracle.GetProperty("lengths").Integers())
        {
            sequences.Add(all.Take([.. Enumerable.Range(start, length)]));
            start += length;
        }

        return [.. sequences];
    }
}
