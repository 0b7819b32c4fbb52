using System.Text.RegularExpressions;
using Research.Report.Comparison;
using Research.Report.Input;
using Research.Results.Tables;

namespace Research.Report.Tests.Comparison;

public class ComparisonReportTests
{
    [Fact]
    public void Results_beside_themselves_differ_in_nothing()
    {
        ReportInput quick = Samples.Committed("quick");
        string html = ComparisonReport.Of(quick, quick);
        int experiments = quick.Studies.Sum(study => study.Experiments.Count);
        Assert.Matches($"<h1 id=\"front\">All \\d+ tables of {experiments} experiments are the same</h1>", html);
        Assert.Contains("every cell of every table is the same", html, StringComparison.Ordinal);
        Assert.Equal(html, ComparisonReport.Of(quick, quick));
    }

    [Fact]
    public void An_experiment_that_one_side_lacks_is_told()
    {
        ReportInput quick = Samples.Committed("quick");
        StudyInput study = quick.Studies[0];
        StudyInput less = study with { Experiments = [.. study.Experiments.Skip(1)] };
        string html = ComparisonReport.Of(quick with { Studies = [less, .. quick.Studies.Skip(1)] }, quick);
        Assert.Matches(@"<h1 id=""front"">\d+ of \d+ tables differ</h1>", html);
        Assert.Contains("only in the snapshot", html, StringComparison.Ordinal);
        HashSet<string> links = [.. Regex.Matches(html, "href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.Subset(Regex.Matches(html, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToHashSet(), links);
    }

    [Fact]
    public void A_cell_that_differs_is_named_by_its_row_and_column()
    {
        CsvTable there = CsvTable.Parse("variant,mean\na,0.5\nb,0.6\n");
        CsvTable here = CsvTable.Parse("variant,mean\na,0.5\nb,0.7\n");
        CellDifference cell = Assert.Single(TableComparison.Of("summary", here, there).Differences);
        Assert.Equal(new CellDifference("b", "mean", "0.6", "0.7"), cell);
        Assert.True(TableComparison.Of("summary", here, here).IsSame);
        Assert.False(TableComparison.Of("summary", here, CsvTable.Parse("variant,mean\na,0.5\n")).IsSame);
        Assert.False(TableComparison.Of("summary", here, CsvTable.Parse("variant,sd\na,0.5\nb,0.7\n")).IsSame);
        Assert.Equal("only in this tree", TableComparison.Of("summary", here, null).Shape);
    }
}
