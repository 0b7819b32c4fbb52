using System.Text.Json;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Classical;

// Oracle: scikit-learn 1.2.1, Golden/make_classifiers.py.
public class ClassifierGoldenTests
{
    private static readonly JsonElement Oracle = Golden.Json("classifiers.json");
    private static readonly Matrix Train = Matrix.OfRows(Oracle.GetProperty("train").GetProperty("x").Rows());
    private static readonly int[] Classes = Oracle.GetProperty("train").GetProperty("y").Integers();
    private static readonly Matrix Test = Matrix.OfRows(Oracle.GetProperty("test").GetProperty("x").Rows());
    private static readonly int[] TestClasses = Oracle.GetProperty("test").GetProperty("y").Integers();

    [Fact]
    public void Standardising_has_scikit_learns_means_and_scales()
    {
        Standardizer standardizer = Standardizer.Fit(Train);
        Golden.AssertClose(Oracle.GetProperty("standard_scaler").GetProperty("mean").Numbers(), standardizer.Mean, 1e-12);
        Golden.AssertClose(Oracle.GetProperty("standard_scaler").GetProperty("scale").Numbers(), standardizer.Scale, 1e-12);
    }

    [Fact]
    public void Naive_Bayes_gives_scikit_learns_probabilities()
    {
        JsonElement expected = Oracle.GetProperty("gaussian_nb");
        GaussianNaiveBayes model = GaussianNaiveBayes.Fit(Train, Classes, 4, GaussianNaiveBayes.StandardSmoothing);
        Golden.AssertClose(Flat(expected.GetProperty("predict_proba")), model.Probabilities(Test).Values, 1e-9);
        Assert.Equal(expected.GetProperty("predictions").Integers(), model.Predict(Test));
    }

    [Theory]
    [InlineData("k3", 3)]
    [InlineData("k5", 5)]
    public void Neighbours_vote_as_scikit_learns_do(string name, int k) =>
        Assert.Equal(
            Oracle.GetProperty("knn").GetProperty(name).GetProperty("predictions").Integers(),
            NearestNeighbours.Fit(Train, Classes, 4, k).Predict(Test)
        );

    [Theory]
    [InlineData("logistic_multinomial", LogisticScheme.Multinomial)]
    [InlineData("logistic_ovr", LogisticScheme.OneVersusRest)]
    public void Logistic_regression_reaches_the_optimum(string name, LogisticScheme scheme)
    {
        JsonElement optimum = Oracle.GetProperty(name).GetProperty("optimum");
        LogisticSettings settings = new()
        {
            C = 1,
            Scheme = scheme,
            Tolerance = 1e-7,
            Iterations = 5000,
        };
        LogisticRegression model = LogisticRegression.Fit(Train, Classes, 4, settings);
        Golden.AssertClose(Flat(optimum.GetProperty("coef")), model.Weights.Values, 1e-5, "weight");
        Golden.AssertClose(Flat(optimum.GetProperty("predict_proba")), model.Probabilities(Test).Values, 1e-5, "probability");
    }

    [Theory]
    [InlineData("svm_rbf_c1", SvmKernel.Rbf, 1)]
    [InlineData("svm_rbf_c10", SvmKernel.Rbf, 10)]
    [InlineData("svm_linear_c1", SvmKernel.Linear, 1)]
    public void Support_vector_machines_decide_as_libsvm(string name, SvmKernel kernel, double c)
    {
        JsonElement expected = Oracle.GetProperty(name);
        SvmSettings settings = SvmSettings.ScikitLearn(kernel) with { C = c, Tolerance = 1e-6 };
        SupportVectorMachine model = SupportVectorMachine.Fit(Train, Classes, 4, settings);
        if (kernel == SvmKernel.Rbf)
        {
            Assert.Equal(expected.Number("gamma"), model.Gamma, 1e-12);
        }

        Golden.AssertClose(Flat(expected.GetProperty("decision_function")), model.Decisions(Test).Values, 1e-4); // the oracle itself moves by 4e-6 with its tolerance
        Assert.Equal(expected.GetProperty("predictions").Integers(), model.Predict(Test));
    }

    [Fact]
    public void Principal_components_match_scikit_learns()
    {
        JsonElement expected = Oracle.GetProperty("pca");
        Pca pca = Pca.Fit(Train, 5);
        Golden.AssertClose(expected.GetProperty("explained_variance_ratio").Numbers(), pca.ExplainedRatio, 1e-9);
        Matrix scores = pca.Transform(Test);
        double[][] transformed = expected.GetProperty("transform_test").Rows();
        for (int k = 0; k < 5; k++)
        {
            double sign = Math.Sign(transformed[0][k] * scores[0, k]); // components are defined up to their sign
            Golden.AssertClose([.. transformed.Select(row => sign * row[k])], scores.Column(k), 1e-8, $"component {k}");
        }
    }

    [Theory]
    [InlineData("random_forest", true)]
    [InlineData("extra_trees", false)]
    public void Forests_are_as_accurate_as_scikit_learns(string name, bool bootstrap)
    {
        ForestSettings settings = bootstrap ? ForestSettings.RandomForest(100) : ForestSettings.ExtraTrees(100);
        double mean = Enumerable
            .Range(0, 5)
            .Select(seed => Accuracy(Forest.Fit(Train, Classes, 4, settings, (ulong)seed).Predict(Test)))
            .Average();
        double expected = Oracle.GetProperty(name).Number("test_accuracy_mean_of_5_seeds");
        Assert.InRange(mean, expected - 0.05, expected + 0.05); // 40 test rows: one row is 0.025
    }

    [Fact]
    public void A_tree_with_unique_best_splits_is_scikit_learns_tree()
    {
        JsonElement expected = Oracle.GetProperty("decision_tree");
        Matrix rows = Matrix.OfRows(expected.GetProperty("x").Rows());
        int[] classes = expected.GetProperty("y").Integers();
        int[] sample = [.. Enumerable.Range(0, rows.Rows)];
        DecisionTree tree = TreeGrower.Grow(rows, classes, 3, sample, rows.Columns, ThresholdRule.Best, Rng.For(1, "tree"));
        Assert.Equal(expected.GetProperty("node_count").GetInt32(), tree.Count);
        int[] predictions = [.. expected.GetProperty("grid").Rows().Select(row => Argmax.Of(tree.Shares(row)))];
        Assert.Equal(expected.GetProperty("grid_predictions").Integers(), predictions);
    }

    private static double Accuracy(int[] predicted) => predicted.Zip(TestClasses, (a, b) => a == b ? 1.0 : 0).Average();

    private static double[] Flat(JsonElement rows) => [.. rows.Rows().SelectMany(row => row)];
}
