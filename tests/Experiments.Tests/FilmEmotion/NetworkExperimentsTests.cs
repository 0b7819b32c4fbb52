using Research.Corpora;
using Research.Data;
using Research.Data.Datasets;
using Research.Evaluation.Trials;
using Research.Experiments.FilmEmotion;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Tests.FilmEmotion;

/// <summary>The experiments of networks on a tiny generated set, and which published figures they would answer.</summary>
public class NetworkExperimentsTests
{
    private static readonly TinyRun Run = new(SyntheticMusic.Make("synthetic-music", 7, 12, 3));

    [Theory]
    [InlineData("ImageNetTransfer", 2)]
    [InlineData("BigSetTransfer", 1)]
    [InlineData("Sequence", 1)]
    [InlineData("MultiLabel", 2)]
    public void An_experiment_runs_from_pictures_to_tables(string name, int targets)
    {
        Experiment experiment = FilmEmotionStudy.Study.Experiment(name, Profile.Quick);
        Measurement measured = Run.Tabulate(experiment);
        Assert.True(measured.Figures.Select(figure => figure.Variant).Distinct().Count() >= targets);
        Assert.All(measured.Figures, figure => Assert.All(figure.Runs, value => Assert.True(double.IsFinite(value))));
        Assert.All(measured.Figures.Where(figure => figure.IsShare), figure => Assert.InRange(figure.Mean, 0, 1));
        Assert.Contains(measured.Tables, table => table.Name is "runs" or "values" && table.Rows.Count > 0);
        Assert.All(
            experiment.Charts(),
            chart => Assert.Contains(measured.Tables.Append(Summary), table => table.Name == chart.Table)
        );
    }

    [Fact]
    public void Parameters_are_counted_as_they_were_published()
    {
        Measurement measured = Run.Tabulate(FilmEmotionStudy.Study.Experiment("Architectures", Profile.Quick));
        (Figure Figure, Claim Claim)[] answers = Answers.In(measured.Figures, FilmEmotionStudy.Study.Claims);
        Assert.Equal(["film-emotion-003", "film-emotion-004"], answers.Select(own => own.Claim.Id));
        Assert.All(answers, own => Assert.Equal(own.Claim.Value, own.Figure.Mean));
    }

    [Fact]
    public void Squares_of_every_recognised_class_are_hidden_in_turn()
    {
        var experiment = (ImageNetTransfer)FilmEmotionStudy.Study.Experiment("ImageNetTransfer", Profile.Quick);
        OcclusionTrial trial = experiment.Occlusion!;
        Assert.Equal(7, trial.Places); // (64 - 16) / 8 + 1
        var looked = OcclusionTrial.Of(Run.ResultOf(trial));
        Assert.NotEmpty(looked);
        Assert.All(looked, own => Assert.Equal(7 * 7, own.Drops.Length));
        ResultTable table = Run.Tabulate(experiment).Tables.Single(own => own.Name == "occlusion");
        Assert.Equal(7 * looked.Count, table.Rows.Count);
    }

    // Nothing is trained here: the trials say what would be.
    [Fact]
    public void Profile_full_answers_five_networks_of_the_study_on_its_own_data()
    {
        var full = (ImageNetTransfer)ImageNetTransfer.Full();
        PictureRun[] published = [.. full.Runs.Where(run => run.Case.IsPublished)];
        Assert.Equal(5 * 2 * 4, published.Length);
        Assert.All(published, run => Assert.Equal(Eerola360.Excerpts, run.Trials[0].Trial.Pictures.FewestItems));
        Assert.Equal(
            FilmEmotionStudy
                .Study.Claims.All.Where(claim => claim is { Experiment: "A imagenet-transfer", Dataset: "360-set" })
                .Select(claim => claim.Model)
                .Distinct()
                .Count() - 1,
            published.Select(run => run.Variant.Claimed).Distinct().Count()
        );
        Assert.Equal(full.Trials.Count, full.Trials.Select(trial => trial.Description).Distinct().Count());
    }

    [Fact]
    public void Test_songs_of_a_seed_are_in_no_other_part_whatever_is_recognised()
    {
        Dataset piano = new(
            "piano-emotion",
            "1",
            "",
            false,
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(i => new Item(
                        $"emopia/{i:00}",
                        $"Q{(i % 4) + 1}",
                        $"emopia/{i / 3:00}",
                        null,
                        new MatrixContent(new Matrix(1, 1))
                    )
                    {
                        Targets = new Dictionary<string, double>
                        {
                            ["valence"] = i % 4 is 0 or 3 ? 1 : -1,
                            ["arousal"] = i % 4 < 2 ? 1 : -1,
                        },
                    }),
            ]
        );
        foreach (PictureCase own in PictureCase.Piano())
        {
            var items = Research.Data.Splits.SplitItems.Of(own.Task.Rule.Of(piano));
            var parts = own.Split.Of(items, 2);
            HashSet<string> tested = [.. parts.Test.Select(i => items.Groups[i])];
            Assert.NotEmpty(tested);
            Assert.DoesNotContain(parts.Train.Concat(parts.Validation), i => tested.Contains(items.Groups[i]));
            Assert.DoesNotContain(parts.Train, i => parts.Validation.Any(v => items.Groups[v] == items.Groups[i]));
        }
    }

    private static ResultTable Summary => new("summary", Column.Text("variant"));
}
