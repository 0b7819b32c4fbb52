using System.Globalization;
using Research.Data;
using Research.Data.Music;
using Research.Evaluation.Rhythm;
using Research.Experiments.GenreAffect;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Metrics;
using Research.Results.Tables;

namespace Research.Experiments.Tests.GenreAffect;

public class BeatsTests
{
    private const int Kick = 36;
    private const int Snare = 38;
    private const int Hat = 42;

    private static readonly Experiment Paper = GenreAffectStudy.Study.Experiment("Beats", Profile.Paper);
    private static readonly Lazy<Measurement> Measured = new(() => TinyRun.Measure(Paper, Drums()));

    [Fact]
    public void Plain_rock_at_the_likeliest_tempo_is_tracked_by_every_tracker()
    {
        Assert.Equal(4 * 3 * 3, Measured.Value.Figures.Count); // trackers, scores; train, test and all
        foreach (Figure figure in Measured.Value.Figures.Where(own => own is { Split: "test", Metric: MetricName.FMeasure }))
        {
            Assert.True(figure.Mean > 0.95, $"{figure.Variant}: {figure.Mean}");
        }
    }

    [Fact]
    public void A_fill_is_left_out_and_each_performance_has_a_row()
    {
        ResultTable each = Table("performances");
        Assert.Equal(["fast", "slow"], each.Rows.Select(row => row[0]));
        Assert.Equal(["train", "test"], each.Rows.Select(row => row[3]));
        Assert.Equal("1", each.Rows[1][4]);
        Assert.Equal(["118.0", "118.0"], [each.Rows[1][5], each.Rows[1][5]]);
    }

    [Fact]
    public void Levels_and_styles_count_every_performance_of_each_tracker()
    {
        foreach (string name in (string[])["levels", "styles"])
        {
            var table = CsvTable.Parse(Table(name).ToCsv());
            Assert.All(
                table.Rows.GroupBy(row => table.Cell(row, "variant")),
                tracker =>
                    Assert.Equal(2, tracker.Sum(row => int.Parse(table.Cell(row, "performances"), CultureInfo.InvariantCulture)))
            );
        }
    }

    [Theory]
    [InlineData(120, 118, "1")]
    [InlineData(120, 240, "2")]
    [InlineData(120, 58, "1/2")]
    [InlineData(120, 162, "4/3")]
    [InlineData(120, 150, "other")]
    [InlineData(120, 0, "other")]
    public void A_tracked_tempo_is_a_multiple_of_the_true_one_within_5_per_cent(double truth, double tracked, string level)
    {
        Item item = Performance("x", 120, 3, Subset.Test);
        Assert.Equal(level, new TrackedPerformance(item, truth, tracked, new(0, 0, 0)).Level);
    }

    [Fact]
    public void Beats_that_were_not_played_are_not_missed()
    {
        Item item = Performance("long", 120, 60, Subset.Test);
        double[] tracked = [120, .. Enumerable.Range(0, 60).Select(k => 0.5 * k)];
        Assert.Equal(
            1,
            TrackedPerformance.Of(item, tracked, 30, Results.Metrics.Beats.BeatMetricSettings.MirEval).Scores.FMeasure
        );
    }

    [Theory]
    [InlineData(0.13, "a recording longer than one beat is needed")]
    [InlineData(0.1, "it has no stroke")]
    public void A_performance_that_cannot_be_tracked_is_named(double seconds, string words)
    {
        var experiment = (Beats)Paper;
        Dataset brief = Drums() with { Items = [Performance("brief", 500, seconds, Subset.Test)] };
        TrackedBeats tracker = experiment.Trackers[0] with
        {
            Chosen = new() { LeastSeconds = 0, OneOf = 1 },
            Played = experiment.Trackers[0].Played with { TailSeconds = 0 },
        };
        string message = Assert.Throws<ResearchException>(() => new TinyRun(brief).Read(tracker)).Message;
        Assert.StartsWith("brief: ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    private static ResultTable Table(string name) => Measured.Value.Tables.Single(table => table.Name == name);

    private static Dataset Drums() =>
        new(
            Datasets.GrooveMidi.Id,
            "1",
            "digest",
            Synthetic: true,
            [
                Performance("fast", 236, 12, Subset.Train),
                Performance("fill", 118, 3, Subset.Train),
                Performance("slow", 118, 20, Subset.Test),
            ]
        );

    // Kick on one and three, snare on two and four, hats in eighths.
    private static Item Performance(string id, double tempo, double seconds, Subset subset)
    {
        double beat = 60 / tempo;
        int beats = (int)(seconds / beat);
        Note[] notes =
        [
            .. Enumerable
                .Range(0, 2 * beats)
                .SelectMany(eighth => new[]
                    {
                        Hat,
                        eighth % 2 == 1 ? 0
                        : eighth % 4 == 0 ? Kick
                        : Snare,
                    }.Where(key => key > 0).Select(key => new Note(eighth * beat / 2, (eighth * beat / 2) + 0.1, key, key == Hat ? 60 : 110, 0, true))),
        ];
        return new Item(id, "rock", id, subset, new MatrixContent(() => new MidiPiece(notes, seconds, []).ToMatrix()))
        {
            Marks =
            [
                .. Enumerable
                    .Range(0, beats + 1)
                    .Select(k => new Mark(BeatScores.Beat, k * beat, k * beat, new Dictionary<string, double>())),
            ],
            Targets = new Dictionary<string, double> { [BeatScores.Tempo] = tempo },
        };
    }
}
