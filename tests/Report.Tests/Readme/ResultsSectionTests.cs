using Research.Numerics;
using Research.Report.Readme;
using Research.Tests;

namespace Research.Report.Tests.Readme;

public class ResultsSectionTests
{
    [Fact]
    public void The_results_in_the_README_are_those_of_the_committed_tables()
    {
        string readme = File.ReadAllText(Path.Combine(RealData.Repository(), "README.md"));
        Assert.Equal(ResultsSection.Update(readme, ResultsSection.Of(Samples.FolderOf("paper"))), readme);
    }

    [Fact]
    public void The_picture_in_the_README_is_that_of_the_committed_tables()
    {
        string folder = Samples.FolderOf("paper");
        Assert.Equal(File.ReadAllText(Path.Combine(folder, FiguresPicture.File)), FiguresPicture.Of(folder));
    }

    [Fact]
    public void A_README_without_a_results_section_is_refused() =>
        Assert.Throws<ResearchException>(() => ResultsSection.Update("# Nothing", "results"));
}
