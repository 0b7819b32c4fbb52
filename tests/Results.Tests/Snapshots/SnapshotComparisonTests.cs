using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Results.Tests.Snapshots;

public sealed class SnapshotComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_table_has_no_drift()
    {
        Save("t", Table(0.5).ToCsv());
        Assert.Empty(Compare(Table(0.5)));
    }

    [Fact]
    public void Wall_times_are_compared_with_nothing()
    {
        Save("t", Table(0.5).ToCsv());
        Save(Timings.Name, "seconds\n1\n");
        Assert.Empty(Compare(Table(0.5)));
    }

    [Fact]
    public void A_changed_cell_is_named_with_row_column_and_both_values()
    {
        Save("t", Table(0.5).ToCsv());
        Drift drift = Assert.Single(Compare(Table(0.501)));
        Assert.Equal("t", drift.Table);
        Assert.Equal("row 1 (model), share: 0.500 → 0.501", drift.Message);
    }

    [Fact]
    public void A_column_with_a_tolerance_allows_it_and_no_more()
    {
        Save("t", Table(0.5).ToCsv());
        Assert.Empty(Compare(Table(0.501, 0.0015)));
        Assert.Single(Compare(Table(0.502, 0.0015)));
    }

    [Fact]
    public void A_new_row_is_shown_as_a_diff()
    {
        Save("t", Table(0.5).ToCsv());
        ResultTable two = Table(0.5);
        two.Add("other", 0.7);
        Assert.Contains("+ other,0.700", Assert.Single(Compare(two)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_cell_that_stayed_is_not_shown_as_changed()
    {
        ResultTable one = Table(0.5);
        one.Add("6 mfcc, full", 0.6);
        Save("t", one.ToCsv());
        one.Add("other", 0.7);
        string message = Assert.Single(Compare(one)).Message;
        Assert.DoesNotContain("6 mfcc", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_with_a_short_row_is_a_drift_and_no_crash()
    {
        Save("t", "name,share\nmodel\n");
        Assert.Single(Compare(Table(0.5)));
    }

    [Fact]
    public void A_missing_snapshot_and_an_orphan_are_drifts()
    {
        Save("old", "a\n1\n");
        IReadOnlyList<Drift> drifts = Compare(Table(0.5));
        Assert.Contains(
            drifts,
            drift => drift.Table == "t" && drift.Message.Contains("no snapshot yet", StringComparison.Ordinal)
        );
        Assert.Contains(
            drifts,
            drift => drift.Table == "old" && drift.Message.Contains("no longer made", StringComparison.Ordinal)
        );
    }

    private IReadOnlyList<Drift> Compare(ResultTable made)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "made")).FullName;
        File.WriteAllText(Path.Combine(folder, made.Name + ".csv"), made.ToCsv());
        var rules = new ResultTable(
            SnapshotComparison.Tolerances,
            Column.Text("table"),
            Column.Text("column"),
            Column.Number("tolerance", 12)
        );
        rules.Add(made.Name, "share", made.Columns[1].Tolerance);
        File.WriteAllText(Path.Combine(folder, SnapshotComparison.Tolerances + ".csv"), rules.ToCsv());
        Save(SnapshotComparison.Tolerances, rules.ToCsv());
        return SnapshotComparison.Compare(folder, _folder);
    }

    private void Save(string name, string csv) => File.WriteAllText(Path.Combine(_folder, name + ".csv"), csv);

    private static ResultTable Table(double share, double tolerance = 0)
    {
        var table = new ResultTable("t", Column.Text("name"), Column.Number("share", 3).Within(tolerance));
        table.Add("model", share);
        return table;
    }

    [Fact]
    public void A_sample_is_well_where_each_of_its_rows_stands_in_the_snapshot()
    {
        Write("made", "seed,right\n1,7\n");
        Write("snapshots", "seed,right\n1,7\n2,8\n");
        Assert.Empty(CompareRows());
    }

    [Theory]
    [InlineData("seed,right\n1,6\n")]
    [InlineData("seed,wrong\n1,7\n")]
    [InlineData("seed,right\n")]
    public void A_sample_with_another_row_another_column_or_no_row_is_a_drift(string made)
    {
        Write("made", made);
        Write("snapshots", "seed,right\n1,7\n2,8\n");
        Assert.NotEmpty(CompareRows());
    }

    [Fact]
    public void A_sampled_table_that_is_not_there_is_a_drift()
    {
        Write("snapshots", "seed,right\n1,7\n");
        Assert.NotEmpty(CompareRows());
    }

    [Fact]
    public void What_only_describes_the_tables_is_not_compared()
    {
        Write("made", "seed,right\n1,7\n");
        Write("snapshots", "seed,right\n1,7\n");
        File.WriteAllText(Path.Combine(_folder, "made", "experiment.json"), "{}");
        File.WriteAllText(Path.Combine(_folder, "snapshots", "data.json"), "[]");
        Assert.Empty(SnapshotComparison.Compare(Path.Combine(_folder, "made"), Path.Combine(_folder, "snapshots")));
    }

    private IReadOnlyList<Drift> CompareRows() =>
        SnapshotComparison.CompareRows(Path.Combine(_folder, "made"), Path.Combine(_folder, "snapshots"), ["runs"]);

    private void Write(string folder, string csv)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.WriteAllText(Path.Combine(_folder, folder, "runs.csv"), csv);
    }
}
