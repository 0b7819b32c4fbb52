using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Results.Tests.Claims;

public class VerdictTests
{
    private const string Book =
        "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\n"
        + "d-1,d,step 1,e,s,m,\"a, b\",test,accuracy,,0.9,fraction\n"
        + "d-2,d,step 2,e,s,m,,test,accuracy,,0.5,fraction\n";

    private static readonly ClaimKey First = new ClaimKey
    {
        Document = "d",
        Experiment = "e",
        Dataset = "s",
        Model = "m",
        Variant = "a, b",
        Split = "test",
        Quantity = "accuracy",
    };

    [Theory]
    [InlineData(0.90, Verdict.Reproduced)]
    [InlineData(0.94, Verdict.Reproduced)] // 2·√(0.9·0.1/100) = 0.06
    [InlineData(0.85, Verdict.Reproduced)]
    [InlineData(0.97, Verdict.Higher)]
    [InlineData(0.83, Verdict.Lower)]
    public void One_proportion_is_held_against_two_binomial_errors(double ours, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Figure([ours], 100_000) with { TestItems = 100 }, 0.9));

    [Fact]
    public void A_published_figure_within_the_interval_is_reproduced()
    {
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(Figure([0.4, 0.9], null), 0.5));
        Assert.Equal(Verdict.Lower, Verdicts.Of(Figure([0.4, 0.401], null), 0.5));
    }

    [Fact]
    public void Runs_over_splits_have_their_middle_as_the_interval()
    {
        double[] runs = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];
        Figure splits = Figure(runs, null) with { RunsDifferBy = RunsDifferBy.Split };
        Assert.Equal(0.025, splits.Interval!.Low, 1e-9);
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(splits, 0.9));
        Assert.Equal(Verdict.Lower, Verdicts.Of(Figure(runs, null), 0.9)); // over seeds the interval is of the mean
    }

    [Fact]
    public void A_value_at_marks_is_the_one_where_they_were_set_and_moving_them_lets_no_other_pass()
    {
        Figure marks = Figure([102, 100, 101, 103, 104], null) with
        {
            RunsDifferBy = RunsDifferBy.Marks,
            IsShare = false,
            ComparedWithin = 1.02,
        };
        Assert.Equal(102, marks.Mean);
        Assert.InRange(marks.Interval!.High, 103.5, 104);
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(marks, 103));
        Assert.Equal(Verdict.Lower, Verdicts.Of(marks, 103.5)); // inside the interval, and yet
    }

    [Theory]
    [InlineData(0.18282329, 5e-5, Verdict.Reproduced)] // printed from single precision
    [InlineData(0.18282329, 0, Verdict.Lower)]
    [InlineData(0.1829, 5e-5, Verdict.Lower)]
    public void A_number_computed_with_fewer_digits_is_compared_as_far_as_it_has_them(
        double published,
        double within,
        Verdict expected
    ) => Assert.Equal(expected, Verdicts.Of(Figure([0.1828232], null) with { ComparedWithin = within }, published));

    [Fact]
    public void A_count_must_be_the_published_one()
    {
        Figure count = Figure([133], null) with { IsShare = false };
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(count, 133));
        Assert.Equal(Verdict.Lower, Verdicts.Of(count, 134));
    }

    [Theory]
    [InlineData(29.66, 30, Verdict.Reproduced)] // a text that prints 30
    [InlineData(29.4, 30, Verdict.Lower)]
    [InlineData(0.1236, 0.124, Verdict.Reproduced)]
    [InlineData(0.1246, 0.124, Verdict.Higher)]
    public void A_single_number_is_compared_as_far_as_the_published_one_was_printed(
        double ours,
        double published,
        Verdict expected
    ) => Assert.Equal(expected, Verdicts.Of(Figure([ours], null) with { IsShare = false }, published));

    [Fact]
    public void A_mean_of_shares_has_no_interval_beyond_zero_and_one() => Assert.Equal(1, Figure([0.8, 1], null).Interval!.High);

    [Fact]
    public void The_summary_has_the_columns_that_readers_expect()
    {
        ResultTable summary = Summary.Of([Figure([0.9, 0.92], 100) with { Answers = First }], ClaimBook.Parse(Book));
        string[] lines = summary.ToCsv().Split('\n');
        Assert.Equal("variant,split,metric,class,mean,sd,low,high,runs,claim,published,verdict", lines[0]);
        Assert.Equal("\"mfcc 13, full\",test,accuracy,,0.910000,0.014142,0.782938,1.000000,2,d-1,0.900000,reproduced", lines[1]);
    }

    [Fact]
    public void Generated_data_get_no_verdict()
    {
        ResultTable summary = Summary.Of([Figure([0.9], 100) with { Answers = First }], null);
        Assert.Equal(["", "", ""], summary.Rows[0].Skip(9));
    }

    [Fact]
    public void Every_claim_has_a_row_and_what_no_experiment_measures_says_so()
    {
        ClaimBook claims = ClaimBook.Parse(Book);
        CsvTable summary = CsvTable.Parse(Summary.Of([Figure([0.9], 100) with { Answers = First }], claims).ToCsv());
        ResultTable report = ClaimReport.Of(
            claims,
            new Dictionary<string, CsvTable> { ["E.One"] = summary },
            new Dictionary<string, string>(),
            [],
            ["e"]
        );
        Assert.Equal(
            ["d-1", "step 1", "m, a, b", "test", "accuracy", "", "0.900000", "0.900000", "0.000000", "reproduced", "E.One"],
            report.Rows[0]
        );
        Assert.Equal(["0.500000", "", "", "not attempted", ""], report.Rows[1].Skip(6));
    }

    [Fact]
    public void A_claim_on_data_that_nobody_can_have_says_so()
    {
        ResultTable report = ClaimReport.Of(
            ClaimBook.Parse(Book),
            new Dictionary<string, CsvTable>(),
            new Dictionary<string, string>(),
            ["s"],
            []
        );
        Assert.All(report.Rows, row => Assert.Equal("data not public", row[9]));
    }

    [Fact]
    public void A_published_wall_time_that_was_measured_too_gets_no_verdict_of_better_or_worse()
    {
        Dictionary<string, string> timed = new() { ["d-1"] = "E.Timed" };
        ResultTable report = ClaimReport.Of(ClaimBook.Parse(Book), new Dictionary<string, CsvTable>(), timed, [], ["e"]);
        Assert.Equal(["", "", "timed, see timings.csv", "E.Timed"], report.Rows[0].Skip(7));
    }

    [Fact]
    public void A_claim_that_no_figure_answers_and_one_that_two_answer_are_errors_that_name_them()
    {
        ClaimBook claims = ClaimBook.Parse(Book);
        var summary = CsvTable.Parse(Summary.Of([Figure([0.9], 100) with { Answers = First }], claims).ToCsv());
        Dictionary<string, CsvTable> summaries = new() { ["E.One"] = summary, ["E.Two"] = summary };
        string message = Assert
            .Throws<ResearchException>(() => ClaimReport.Of(claims, summaries, new Dictionary<string, string>(), [], []))
            .Message;
        Assert.Contains("no figure answers d-2 (d / e / s / m / test / accuracy)", message, StringComparison.Ordinal);
        Assert.Contains("d-1 is answered by E.One and by E.Two", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_on_the_published_data_is_taken_before_one_on_other_data()
    {
        ClaimBook claims = ClaimBook.Parse(Book);
        CsvTable Summarised(double value, bool other) =>
            CsvTable.Parse(Summary.Of([Figure([value], 100) with { Answers = First, OnOtherData = other }], claims).ToCsv());
        ResultTable Report(CsvTable one, CsvTable two) =>
            ClaimReport.Of(
                claims,
                new Dictionary<string, CsvTable> { ["E.One"] = one, ["E.Two"] = two },
                new Dictionary<string, string>(),
                [],
                ["e"]
            );
        CsvTable stands = Summarised(0.5, other: true);
        Assert.Equal(["reproduced", "E.Two"], Report(stands, Summarised(0.9, other: false)).Rows[0].Skip(9));
        Assert.Throws<ResearchException>(() => Report(stands, stands));
    }

    [Fact]
    public void Two_claims_about_the_same_are_refused() =>
        Assert.Contains(
            "'d-2' and 'd-3' are about the same",
            Assert
                .Throws<ResearchException>(() => ClaimBook.Parse(Book + "d-3,d,step 3,e,s,m,,test,accuracy,,0.6,fraction\n"))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_figure_answers_the_claim_with_the_same_values_and_none_where_one_differs()
    {
        ClaimBook claims = ClaimBook.Parse(Book);
        Assert.Equal("d-1", claims.Find(First)!.Id);
        Assert.Equal("d-2", claims.Find(First with { Variant = "" })!.Id);
        Assert.Null(claims.Find(First with { Split = "train" }));
        Assert.Null(claims.Find(null));
    }

    [Fact]
    public void An_unknown_claim_is_refused() => Assert.Throws<ArgumentException>(() => ClaimBook.Parse(Book)["d-3"]);

    private static Figure Figure(double[] runs, int? items) =>
        new()
        {
            Variant = "mfcc 13, full",
            Split = "test",
            Metric = "accuracy",
            Runs = runs,
            TestItems = items,
        };

    [Fact]
    public void A_claim_answered_on_other_data_gets_no_verdict_of_agreement()
    {
        ResultTable summary = Summary.Of(
            [Figure([0.9, 0.92], 100) with { Answers = First, OnOtherData = true }],
            ClaimBook.Parse(Book)
        );
        Assert.Equal("other data", CsvTable.Parse(summary.ToCsv()).Rows[0][^1]);
    }
}
