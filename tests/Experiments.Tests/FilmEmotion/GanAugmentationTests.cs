using Research.Corpora;
using Research.Data;
using Research.Data.Datasets;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Experiments.FilmEmotion;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Tests.FilmEmotion;

public class GanAugmentationTests
{
    private const string C = "C gan-augmentation";

    [Fact]
    public void The_studys_own_recordings_answer_SqueezeNet_s_figures_where_all_of_them_are()
    {
        Measurement measured = Flawless(Eerola360.Excerpts);
        ClaimBook claims = FilmEmotionStudy.Study.Claims;
        string[] expected =
        [
            .. claims
                .All.Where(claim => claim is { Experiment: C, Model: "squeezenet1_0", Variant: "emotions, whole" })
                .Select(claim => claim.Id),
        ];
        Assert.Equal(8, expected.Length);
        Assert.Equal(expected, Answers.Ids(measured.Figures, claims));
        Assert.All(Answers.In(measured.Figures, claims), own => Assert.False(own.Figure.OnOtherData));
        Assert.All(
            Answers.In(measured.Figures, claims),
            own => Assert.Contains("generated alone, 800 a class", own.Figure.Variant, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Twelve_recordings_measure_nothing_and_pop_piano_answers_nothing()
    {
        Measurement measured = Flawless(12);
        Assert.Empty(Answers.Ids(measured.Figures, FilmEmotionStudy.Study.Claims));
        Assert.All(
            measured.Figures,
            figure => Assert.StartsWith(Datasets.PianoEmotion.Id, figure.Variant, StringComparison.Ordinal)
        );
        Assert.NotEmpty(measured.Figures);
    }

    [Fact]
    public void Each_way_is_held_against_real_pictures_alone()
    {
        ResultTable differences = Flawless(12).Tables.First(table => table.Name == "differences");
        Assert.Equal(4, differences.Rows.Count);
        Assert.All(differences.Rows, row => Assert.EndsWith("real alone", row[1], StringComparison.Ordinal));
    }

    // As few pictures as the study had, and songs of the test in none of them.
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Few_pieces_are_learned_from_and_none_of_a_song_that_is_tested(ulong seed)
    {
        PictureCase few = GanCase.FewPiano;
        var items = SplitItems.Of(few.Task.Rule.Of(Piano()));
        TrainValidationTest parts = few.Split.Of(items, seed);
        int[] learned = [.. parts.Train, .. parts.Validation];
        Assert.Equal([25, 11, 35, 36], GanCase.Quadrants.Select(label => learned.Count(i => items.Labels[i] == label)));
        Assert.Equal([30, 30, 30, 30], GanCase.Quadrants.Select(label => parts.Test.Count(i => items.Labels[i] == label)));
        Assert.Empty(learned.Select(i => items.Groups[i]).Intersect(parts.Test.Select(i => items.Groups[i])));
    }

    // Else a way would be better or worse by how long it learns.
    [Fact]
    public void In_profile_paper_every_way_shows_about_as_many_pictures_at_a_rate_that_does_not_fall()
    {
        const int Real = 85;
        var paper = (GanAugmentation)FilmEmotionStudy.Study.Experiment(nameof(GanAugmentation), Profile.Paper);
        GanCase piano = paper.Cases[0];
        Assert.All(
            piano.Ways,
            way =>
            {
                int pictures = (way.LearnsReal ? Real : 0) + (piano.Labels.Count * way.Generated.Train);
                Assert.InRange(way.Training.Epochs * pictures, 3_200, 4_100);
                Assert.Null(way.Training.RangeTest);
                Assert.True(way.Training.Plateau.Patience >= way.Training.Epochs);
            }
        );
        Assert.Single(piano.Ways.Select(way => way.Training.LearningRate).Distinct());
    }

    [Fact]
    public void In_profile_quick_all_of_it_runs_on_a_tiny_set()
    {
        var quick = (GanAugmentation)FilmEmotionStudy.Study.Experiment(nameof(GanAugmentation), Profile.Quick);
        var tiny = quick with
        {
            Cases =
            [
                .. quick.Cases.Select(own =>
                    own with
                    {
                        Epochs = 1,
                        Ways = [.. own.Ways.Select(way => way with { Training = way.Training with { Epochs = 1 } })],
                    }
                ),
            ],
        };
        Measurement measured = TinyRun.Measure(tiny, SyntheticMusic.Make("synthetic-music", 7, 24, 2));
        Assert.Equal(
            ["runs", "confusion", "classes", "epochs", "differences", "generated", "generators", "pictures"],
            measured.Tables.Select(table => table.Name)
        );
        Dictionary<string, int> rows = measured.Tables.ToDictionary(table => table.Name, table => table.Rows.Count);
        Assert.Equal((3, 9, 3, 2), (rows["runs"], rows["classes"], rows["generated"], rows["differences"]));
        Assert.Equal((3, 24), (rows["generators"], rows["pictures"]));
        Assert.All(measured.Figures, figure => Assert.All(figure.Runs, value => Assert.True(double.IsFinite(value))));
        foreach (Research.Results.Charts.Chart chart in tiny.Charts())
        {
            Assert.Contains(chart.Table, rows.Keys.Append("summary"));
        }
    }

    private static Measurement Flawless(int recordings) =>
        new FlawlessResults(Film(recordings), Piano()).Tabulate(GanAugmentation.OnTwoCores());

    private static Dataset Film(int count)
    {
        var rng = Rng.For(1, "tests/ratings");
        string[] targets = [.. FilmRatings.Scales, .. FilmRatings.Emotions];
        return new(
            Datasets.Eerola360Audio.Id,
            "1",
            "",
            Synthetic: false,
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(i =>
                        Item(
                            $"{i:000}",
                            null,
                            $"album {i % 20:00}",
                            targets.ToDictionary(name => name, _ => rng.NextDouble(1, 7))
                        )
                    ),
            ]
        );
    }

    // 300 clips of each quadrant, three of a song.
    private static Dataset Piano() =>
        new(
            Datasets.PianoEmotion.Id,
            "1",
            "",
            Synthetic: false,
            [.. Enumerable.Range(0, 1_200).Select(i => Item($"emopia/{i:0000}", $"Q{(i % 4) + 1}", $"emopia/{i / 3:000}", []))]
        );

    private static Item Item(string id, string? label, string group, Dictionary<string, double> targets) =>
        new(id, label, group, null, new MatrixContent(new Matrix(1, 1))) { Targets = targets };
}
