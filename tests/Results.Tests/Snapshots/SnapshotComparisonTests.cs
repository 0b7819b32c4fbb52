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

    [Fact]
    public void Rules_stand_for_the_columns_that_may_differ_and_none_where_none_may()
    {
        Assert.Null(SnapshotComparison.TolerancesOf([Table(0.5)]));
        ResultTable rules = SnapshotComparison.TolerancesOf([Table(0.5), Table(0.5, 0.25)])!;
        Assert.Equal(["table", "column", "tolerance"], rules.Columns.Select(column => column.Name));
        Assert.Equal(
            [
                ["t", "share", "0.250000000000"],
            ],
            rules.Rows
        );
    }

    [Fact]
    public void A_difference_of_the_tolerance_itself_is_none()
    {
        Save("t", Table(0.5).ToCsv());
        Assert.Empty(Compare(Table(0.75, 0.25)));
        Assert.Single(Compare(Table(0.751, 0.25)));
    }

    [Fact]
    public void Text_in_a_column_with_a_tolerance_has_to_be_the_same()
    {
        Save("t", "name,share\nmodel,none\n");
        Assert.Equal("row 1 (model), share: none → 0.500", Assert.Single(Compare(Table(0.5, 0.25))).Message);
    }

    [Fact]
    public void Tables_come_in_the_order_of_their_names_and_one_alone_can_be_asked_for()
    {
        Put("made", ("b", "x\n1\n"), ("a", "x\n1\n"), ("c", "x\n1\n"));
        Put("snapshots", ("b", "x\n2\n"), ("a", "x\n2\n"), ("c", "x\n1\n"));
        (string made, string snapshots) = (Path.Combine(_folder, "made"), Path.Combine(_folder, "snapshots"));
        Assert.Equal(["a", "b"], SnapshotComparison.Compare(made, snapshots).Select(drift => drift.Table));
        Assert.Equal(["b"], SnapshotComparison.Compare(made, snapshots, "b.csv").Select(drift => drift.Table));
        Assert.Empty(SnapshotComparison.Compare(made, snapshots, "c.csv"));
    }

    [Fact]
    public void Without_a_folder_of_snapshots_every_table_lacks_its_own()
    {
        Put("made", ("a", "x\n1\n"));
        Drift drift = Assert.Single(SnapshotComparison.Compare(Path.Combine(_folder, "made"), Path.Combine(_folder, "none")));
        Assert.Equal(new Drift("a", "has no snapshot yet; take one with --target Accept."), drift);
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "… and 1 more cells.")]
    [InlineData(25, "… and 5 more cells.")]
    public void Of_many_changed_cells_twenty_are_named_and_the_others_counted(int rows, string? more)
    {
        Put("made", ("a", "x\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i}\n"))));
        Put("snapshots", ("a", "x\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i + 1}\n"))));
        string[] said = Messages();
        Assert.Equal("row 20 (), x: 20 → 19", said[19]);
        Assert.Equal(more is null ? [] : [more], said[20..]);
    }

    [Fact]
    public void A_row_is_named_by_its_first_four_cells_that_are_neither_numbers_nor_empty()
    {
        Put("made", ("a", "p,q,r,s,t,u,v\none,2,,two,three,four,five\n"));
        Put("snapshots", ("a", "p,q,r,s,t,u,v\none,3,,two,three,four,five\n"));
        Assert.Equal(["row 1 (one / two / three / four), q: 3 → 2"], Messages());
    }

    [Fact]
    public void Rows_that_came_and_went_are_shown_as_such()
    {
        Put("made", ("a", "x\n1\n3\n4\n"));
        Put("snapshots", ("a", "x\n1\n2\n"));
        Assert.Equal(["has other rows or columns:\n  - 2\n  + 3\n  + 4"], Messages());
    }

    [Fact]
    public void A_sample_says_what_it_lacks()
    {
        Write("snapshots", "seed,right\n1,7\n");
        Assert.Equal(
            $"is sampled, but there is no {Path.Combine(_folder, "made", "runs.csv")}.",
            Assert.Single(CompareRows()).Message
        );
        Write("made", "seed,right\n");
        Assert.Equal("is sampled, but the sample has no row.", Assert.Single(CompareRows()).Message);
        Write("made", "seed,right\n1,7\n2,9\n");
        Assert.Equal(new Drift("runs", "the sample's row '2,9' does not stand in the snapshot."), Assert.Single(CompareRows()));
    }

    private string[] Messages() =>
        [
            .. SnapshotComparison
                .Compare(Path.Combine(_folder, "made"), Path.Combine(_folder, "snapshots"))
                .Select(drift => drift.Message),
        ];

    private void Put(string folder, params (string Name, string Csv)[] tables)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        foreach ((string name, string csv) in tables)
        {
            File.WriteAllText(Path.Combine(_folder, folder, name + ".csv"), csv);
        }
    }
}
