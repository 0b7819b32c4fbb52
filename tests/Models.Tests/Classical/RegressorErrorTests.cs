using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

/// <summary>No regression is fitted to what it cannot learn from: each says what was seen and what was needed.</summary>
public class RegressorErrorTests
{
    private static readonly RidgeSettings Ridge = new() { Penalty = 1 };
    private static readonly SvrSettings Svr = SvrSettings.ScikitLearn(SvmKernel.Rbf);
    private static readonly RegressionForestSettings Forest = RegressionForestSettings.RandomForest(2);

    private static readonly Dictionary<string, Func<Matrix, double[], IRegressor>> Models = new()
    {
        ["ridge"] = (rows, targets) => RidgeRegression.Fit(rows, targets, Ridge),
        ["support vectors"] = (rows, targets) => SupportVectorRegression.Fit(rows, targets, Svr),
        ["forest"] = (rows, targets) => RegressionForest.Fit(rows, targets, Forest, 1),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_feature_that_is_no_number_is_refused_with_its_place(string name)
    {
        Matrix rows = Rows(4);
        rows[2, 1] = double.NaN;
        AssertRefused(name, rows, new double[4], "Row 2, column 1 (from 0) is NaN;");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_target_that_is_no_number_is_refused_with_its_row(string name) =>
        AssertRefused(name, Rows(3), [0, double.PositiveInfinity, 1], "Row 1 (from 0) has the target Infinity;");

    [Theory]
    [MemberData(nameof(Names))]
    public void As_many_targets_as_rows_are_needed(string name) =>
        AssertRefused(name, Rows(3), [0, 1], "3 rows and 2 targets: each row needs one target.");

    [Theory]
    [MemberData(nameof(Names))]
    public void One_row_is_too_few(string name) =>
        AssertRefused(name, Rows(1), [0], "A regression needs 2 rows and a feature or more; there are 1 rows of 2 features.");

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_without_features_are_refused(string name) =>
        AssertRefused(name, new Matrix(3, 0), [0, 1, 2], "A regression needs 2 rows and a feature or more;");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_penalty_that_is_not_above_zero_is_refused(double penalty) =>
        Assert.Throws<ResearchException>(() => RidgeRegression.Fit(Rows(3), new double[3], new() { Penalty = penalty }));

    [Theory]
    [InlineData(-0.1, 1, 1e-3)]
    [InlineData(0.1, 0, 1e-3)]
    [InlineData(0.1, 1, 0)]
    public void Support_vector_settings_out_of_range_are_refused(double epsilon, double c, double tolerance)
    {
        SvrSettings settings = new() { Svm = Svr.Svm with { C = c, Tolerance = tolerance }, Epsilon = epsilon };
        Assert.Throws<ResearchException>(() => SupportVectorRegression.Fit(Rows(3), new double[3], settings));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 1.5)]
    public void Forest_settings_out_of_range_are_refused(int trees, int leafRows, double share)
    {
        RegressionForestSettings settings = Forest with { Trees = trees, LeafRows = leafRows, FeatureShare = share };
        Assert.Throws<ResearchException>(() => RegressionForest.Fit(Rows(3), new double[3], settings, 1));
    }

    private static Matrix Rows(int count) =>
        Matrix.OfRows([.. Enumerable.Range(0, count).Select(i => new[] { i, 1.0 - (i % 2) })]);

    private static void AssertRefused(string name, Matrix rows, double[] targets, string start) =>
        Assert.StartsWith(
            start,
            Assert.Throws<ResearchException>(() => Models[name](rows, targets)).Message,
            StringComparison.Ordinal
        );
}
