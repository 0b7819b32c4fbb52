using Research.Report.Claims;
using Research.Report.Input;

namespace Research.Report.Tests.Claims;

public class ClaimRowsTests
{
    [Fact]
    public void A_figure_on_data_that_only_some_have_says_how_they_answer_it()
    {
        StudyInput study = Samples.Committed("paper").Studies.Single(own => own.Description.Name == "GenreAffect");
        ClaimRow[] Open(string? how) =>
            [
                .. ClaimRows
                    .Of(study with { Description = study.Description with { WithTheData = how } })
                    .Where(row => row.Outcome == Outcome.DataNotPublic && !study.Description.Reasons.ContainsKey(row.Id)),
            ];
        Assert.NotEmpty(Open("Ask them."));
        Assert.All(Open("Ask them."), row => Assert.EndsWith("has the like. Ask them.", row.Why, StringComparison.Ordinal));
        Assert.All(Open(null), row => Assert.EndsWith("has the like.", row.Why, StringComparison.Ordinal));
    }
}
