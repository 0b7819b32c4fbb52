using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Results.Tests.Claims;

public class ClaimReportTests
{
    private const string Heading = "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\n";

    private static readonly ClaimBook Book = ClaimBook.Parse(
        Heading
            + "d-1,d,table 1,e,s,net,wide,test,f1,joy,0.5,fraction\n"
            + "d-2,d,table 2,e,s,,,test,accuracy,,0.75,fraction\n"
            + "d-3,d,table 3,later,s,net,,test,accuracy,,0.25,fraction\n"
    );

    [Fact]
    public void Each_published_figure_has_a_row_with_ours_the_difference_and_the_verdict()
    {
        ResultTable report = Report("claim,mean,verdict\nd-1,0.625,higher\n,0.9,\nd-2,0.5,lower\n");
        Assert.Equal(
            [
                "claim,where,variant,split,quantity,class,published,ours,difference,verdict,target",
                "d-1,table 1,\"net, wide\",test,f1,joy,0.500000,0.625000,0.125000,higher,Study.E",
                "d-2,table 2,,test,accuracy,,0.750000,0.500000,-0.250000,lower,Study.E",
                "d-3,table 3,net,test,accuracy,,0.250000,,,not attempted,",
            ],
            report.ToCsv().TrimEnd('\n').Split('\n')
        );
    }

    [Fact]
    public void Verdicts_are_counted_in_the_order_in_which_they_come()
    {
        var claims = CsvTable.Parse("claim,verdict\na,lower\nb,reproduced\nc,lower\n");
        Assert.Equal("2 lower, 1 reproduced", ClaimReport.CountVerdicts(claims));
    }

    [Fact]
    public void What_is_answered_by_no_figure_or_by_two_is_named_with_what_is_needed()
    {
        string said = Assert
            .Throws<ResearchException>(() => Report("claim,mean,verdict\nd-2,0.5,lower\nd-2,0.6,lower\n"))
            .Message;
        Assert.StartsWith(
            "Published figures and ours do not fit together: no figure answers d-1 (",
            said,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "; d-2 is answered by Study.E and by Study.E. Each needs one figure whose Answers has the values of its row in claims.csv.",
            said,
            StringComparison.Ordinal
        );
    }

    private static ResultTable Report(string summary) =>
        ClaimReport.Of(
            Book,
            new Dictionary<string, CsvTable> { ["Study.E"] = CsvTable.Parse(summary) },
            new Dictionary<string, string>(),
            [],
            ["later"]
        );
}
