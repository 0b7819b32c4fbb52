using Research.Experiments.Digits;
using Research.Experiments.GenreAffect;
using Research.Pipeline;
using Research.Pipeline.Descriptions;
using Research.Results.Folders;

namespace Research.Experiments.Tests;

public class DescribeTests
{
    [Fact]
    public void Method_texts_come_from_the_experiments_own_comments()
    {
        Assert.StartsWith(
            "Can left-right GMM-HMMs",
            Documentation.Of(typeof(GmmHmm).Assembly).Summary(typeof(GmmHmm)),
            StringComparison.Ordinal
        );
        MethodDescription method = Describe.Experiment(Studies.All[0].Experiment("GmmHmm", Profile.Paper)).Method;
        Assert.Contains("pomegranate", method.Deviations, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(method.Paragraphs, paragraph => paragraph.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void Every_experiment_says_how_it_is_done_and_how_to_run_it()
    {
        foreach (Experiment experiment in Studies.All.SelectMany(study => study.Experiments(Profile.Paper)))
        {
            MethodDescription method = Describe.Experiment(experiment).Method;
            Assert.NotEmpty(method.Paragraphs);
            Assert.True(method.Command.Length > 0, experiment.Target);
        }
    }

    [Fact]
    public void A_study_whose_data_only_some_have_names_the_commands_that_answer_its_figures() =>
        Assert.Contains(
            "research data add fma-genres",
            Describe.Study(GenreAffectStudy.Study, Profile.Paper).WithTheData,
            StringComparison.Ordinal
        );

    // A corpus that strangers' sentences come from is no stand-in in a study that never used what it stands in for.
    [Fact]
    public void Data_stand_in_for_what_the_studys_own_claims_name()
    {
        Assert.Equal("vgmidi", Describe.Study(GenreAffectStudy.Study, Profile.Paper).StandIns["multitask"]);
        foreach (Study study in Studies.All)
        {
            Assert.Subset(
                study.Claims.All.Select(claim => claim.Dataset).ToHashSet(),
                Describe.Study(study, Profile.Paper).StandIns.Keys.ToHashSet()
            );
        }
    }

    [Fact]
    public void An_assembly_without_documentation_has_empty_texts() =>
        Assert.Empty(Documentation.Of(typeof(DescribeTests).Assembly).Summary(typeof(DescribeTests)));
}
