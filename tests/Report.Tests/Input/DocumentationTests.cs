using Research.Experiments.Digits;
using Research.Numerics;
using Research.Report.Input;

namespace Research.Report.Tests.Input;

public class DocumentationTests
{
    private static readonly Documentation Read = Documentation.Load(
        Path.Combine(AppContext.BaseDirectory, "Research.Experiments.xml")
    );

    [Fact]
    public void Method_texts_come_from_the_experiments_own_comments()
    {
        Assert.StartsWith("Can left-right GMM-HMMs", Read.Summary(typeof(GmmHmm)), StringComparison.Ordinal);
        MethodText method = MethodText.Of(Read.Remarks(typeof(GmmHmm)));
        Assert.Contains("pomegranate", method.Deviations, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("seconds", method.Cost.Replace(" s ", " seconds ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(method.Paragraphs, paragraph => paragraph.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void Every_experiment_says_how_it_is_done_and_what_it_costs()
    {
        foreach (var experiment in Experiments.Studies.All.SelectMany(study => study.Experiments(Pipeline.Profile.Paper)))
        {
            MethodText method = MethodText.Of(Read.Remarks(experiment.GetType()));
            Assert.NotEmpty(method.Paragraphs);
            Assert.True(method.Cost.Length > 0 && method.Command.Length > 0, experiment.Target);
        }
    }

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.Contains(
            "build the experiments again",
            Assert.Throws<ResearchException>(() => Documentation.Load("nowhere.xml")).Message,
            StringComparison.Ordinal
        );
}
