using System.Text.Json;
using Research.Models.Classical;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Classical;

// Oracle: scikit-learn 1.2.1, Golden/make_regressors.py.
public class RegressorGoldenTests
{
    private static readonly JsonElement Oracle = Golden.Json("regressors.json");
    private static readonly Matrix Train = Matrix.OfRows(Oracle.GetProperty("train").GetProperty("x").Rows());
    private static readonly double[] Targets = Oracle.GetProperty("train").GetProperty("y").Numbers();
    private static readonly Matrix Test = Matrix.OfRows(Oracle.GetProperty("test").GetProperty("x").Rows());
    private static readonly double[] TestTargets = Oracle.GetProperty("test").GetProperty("y").Numbers();

    [Theory]
    [InlineData("ridge_1")]
    [InlineData("ridge_100")]
    public void Ridge_regression_has_scikit_learns_weights(string name)
    {
        JsonElement expected = Oracle.GetProperty(name);
        AssertRidge(expected, Train, Targets, Test);
    }

    [Fact]
    public void So_it_has_with_more_features_than_rows()
    {
        JsonElement expected = Oracle.GetProperty("ridge_wide");
        Matrix rows = Matrix.OfRows(expected.GetProperty("x").Rows());
        Matrix test = Matrix.OfRows(expected.GetProperty("test").Rows());
        Assert.True(rows.Columns > rows.Rows);
        AssertRidge(expected, rows, expected.GetProperty("y").Numbers(), test);
    }

    [Theory]
    [InlineData("svr_rbf", SvmKernel.Rbf)]
    [InlineData("svr_rbf_c10", SvmKernel.Rbf)]
    [InlineData("svr_linear", SvmKernel.Linear)]
    public void Support_vector_regression_predicts_as_libsvm(string name, SvmKernel kernel)
    {
        JsonElement expected = Oracle.GetProperty(name);
        SvmSettings svm = SvmSettings.ScikitLearn(kernel) with { C = expected.Number("C"), Tolerance = 1e-7 };
        SupportVectorRegression model = SupportVectorRegression.Fit(
            Train,
            Targets,
            new() { Svm = svm, Epsilon = expected.Number("epsilon") }
        );
        Assert.Equal(expected.Number("gamma"), model.Gamma, 1e-12);
        Assert.Equal(expected.Number("support_vectors"), model.SupportVectors);
        Golden.AssertClose(expected.GetProperty("predictions").Numbers(), model.Predict(Test), 1e-5); // libsvm keeps its kernel in single precision
    }

    [Fact]
    public void A_tree_asks_scikit_learns_questions()
    {
        JsonElement expected = Oracle.GetProperty("tree");
        IReadOnlyList<RegressionTree.Node> nodes = SmallTree(expected, 1).Nodes;
        Assert.Equal(expected.GetProperty("feature").Integers(), nodes.Select(node => node.Feature));
        Assert.Equal(expected.GetProperty("threshold").Numbers(), nodes.Select(node => node.Threshold));
        Golden.AssertClose(expected.GetProperty("value").Numbers(), [.. nodes.Select(node => node.Value)], 1e-12);
    }

    [Theory]
    [InlineData("grid_predictions", 1)]
    [InlineData("grid_predictions_3_a_leaf", 3)]
    public void A_tree_predicts_as_scikit_learns(string name, int leafRows)
    {
        JsonElement expected = Oracle.GetProperty("tree");
        RegressionTree tree = SmallTree(expected, leafRows);
        double[] predicted = [.. expected.GetProperty("grid").Rows().Select(row => tree.Value(row))];
        Golden.AssertClose(expected.GetProperty(name).Numbers(), predicted, 1e-12);
    }

    [Fact]
    public void Forests_explain_as_much_as_scikit_learns()
    {
        AssertExplains(Oracle.GetProperty("random_forest"), RegressionForestSettings.RandomForest(100));
        AssertExplains(Oracle.GetProperty("extra_trees"), RegressionForestSettings.ExtraTrees(100));
    }

    // Within three deviations of the oracle's seeds.
    private static void AssertExplains(JsonElement expected, RegressionForestSettings settings)
    {
        RegressionForest forest = RegressionForest.Fit(Train, Targets, settings, 1);
        double[] errors = [.. TestTargets.Zip(forest.Predict(Test), (target, predicted) => target - predicted)];
        double explained = 1 - (OrderedSum.Dot(errors, errors) / errors.Length / OrderedSum.Variance(TestTargets, 0));
        Assert.Equal(expected.Number("r2_mean_of_20_seeds"), explained, 3 * expected.Number("r2_deviation"));
    }

    private static void AssertRidge(JsonElement expected, Matrix rows, double[] targets, Matrix test)
    {
        RidgeRegression model = RidgeRegression.Fit(rows, targets, new() { Penalty = expected.Number("penalty") });
        Golden.AssertClose(expected.GetProperty("coef").Numbers(), model.Weights, 1e-10, "weight");
        Assert.Equal(expected.Number("intercept"), model.Intercept, 1e-9);
        Golden.AssertClose(expected.GetProperty("predictions").Numbers(), model.Predict(test), 1e-9, "prediction");
    }

    private static RegressionTree SmallTree(JsonElement expected, int leafRows)
    {
        Matrix rows = Matrix.OfRows(expected.GetProperty("x").Rows());
        RegressionForestSettings settings = RegressionForestSettings.RandomForest(1) with { LeafRows = leafRows };
        int[] once = [.. Enumerable.Repeat(1, rows.Rows)];
        return RegressionTreeGrower.Grow(
            SortedFeatures.Of(rows),
            expected.GetProperty("y").Numbers(),
            once,
            settings,
            Rng.For(1, "tests/tree")
        );
    }
}
