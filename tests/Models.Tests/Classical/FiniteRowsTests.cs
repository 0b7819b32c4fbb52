using Research.Models.Classical;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Models.Networks;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

/// <summary>No model is fitted to what is no number: each names the row and the column.</summary>
public class FiniteRowsTests
{
    private static readonly int[] Classes = [0, 1, 0, 1, 0, 1];

    private static readonly HmmSettings Hmm = new()
    {
        States = 2,
        Mixtures = 1,
        Covariance = Covariance.Diagonal,
        Iterations = 2,
        Tolerance = 0,
        AddedVariance = 1e-3,
    };

    private static readonly MixtureSettings Mixture = new()
    {
        Components = 2,
        Covariance = Covariance.Diagonal,
        Iterations = 2,
        Tolerance = 0,
        AddedVariance = 1e-3,
    };

    private static readonly Dictionary<string, Action<Matrix>> Models = new()
    {
        ["support vector machine"] = rows => SupportVectorMachine.Fit(rows, Classes, 2, SvmSettings.ScikitLearn(SvmKernel.Rbf)),
        ["forest"] = rows => Forest.Fit(rows, Classes, 2, ForestSettings.RandomForest(2), 1),
        ["nearest neighbours"] = rows => NearestNeighbours.Fit(rows, Classes, 2, 1),
        ["naive Bayes"] = rows => GaussianNaiveBayes.Fit(rows, Classes, 2, 1e-9),
        ["logistic regression"] = rows =>
            LogisticRegression.Fit(
                rows,
                Classes,
                2,
                new()
                {
                    Scheme = LogisticScheme.Multinomial,
                    C = 1,
                    Iterations = 5,
                    Tolerance = 1e-4,
                }
            ),
        ["multilayer perceptron"] = rows => MultilayerPerceptron.Fit(rows, Classes, 2, MlpSettings.ScikitLearn([2]), 1),
        ["principal components"] = rows => Pca.Fit(rows, 1),
        ["SMOTE"] = rows => Smote.Of(rows, Classes, 1, Rng.For(1, "smote")),
        ["k-means"] = rows => KMeans.Fit(rows, 2, 3, Rng.For(1, "k-means")),
        ["mixture"] = rows => MixtureEm.Fit(rows, Mixture, Rng.For(1, "mixture")),
        ["hidden Markov model"] = rows => BaumWelch.Fit([rows], Hmm, Rng.For(1, "hmm")),
        ["sequences of a network"] = rows => _ = new SequenceData([rows]),
        ["vectors of a network"] = rows => new VectorLearner(rows, Classes, 2, [2], 1).Dispose(),
    };

    public static TheoryData<string, double> Cases =>
        [.. Models.Keys.SelectMany(name => new[] { double.NaN, double.PositiveInfinity }.Select(value => (name, value)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_no_number_is_refused_with_its_place(string name, double value)
    {
        Matrix rows = Matrix.OfRows([.. Enumerable.Range(0, 6).Select(i => new[] { i % 2, 0.1 * i, 1.0 - i })]);
        Models[name](rows);
        rows[4, 2] = value;
        string message = Assert.Throws<ResearchException>(() => Models[name](rows)).Message;
        Assert.StartsWith(
            FormattableString.Invariant($"Row 4, column 2 (from 0) is {value};"),
            message,
            StringComparison.Ordinal
        );
    }
}
