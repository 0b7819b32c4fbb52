using System.Globalization;
using Research.Data;
using Research.Data.Datasets;
using Research.Experiments.GenreAffect;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Tests.GenreAffect;

public class SpectrogramsTests
{
    private const int FramesABeat = 6;

    private static readonly Experiment Paper = GenreAffectStudy.Study.Experiment("Spectrograms", Profile.Paper);
    private static readonly Lazy<Measurement> Measured = new(() => TinyRun.Measure(Paper, Pictures()));

    [Fact]
    public void The_report_s_four_counts_are_answered_and_a_clip_of_fma_s_length_has_1291_frames()
    {
        ClaimBook claims = GenreAffectStudy.Study.Claims;
        var summary = CsvTable.Parse(Summary.Of(Measured.Value.Figures, claims).ToCsv());
        var verdicts = summary
            .Rows.Where(row => summary.Cell(row, "claim").Length > 0)
            .ToDictionary(row => summary.Cell(row, "claim"), row => summary.Cell(row, "verdict"));
        Assert.Equal(
            [
                ("genre-affect-001", "reproduced"),
                ("genre-affect-002", "other data"),
                ("genre-affect-003", "lower"), // its clip was longer
                ("genre-affect-004", "other data"),
            ],
            verdicts.OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => (own.Key, own.Value))
        );
        Assert.Equal(
            [1291, 1291],
            Measured
                .Value.Figures.Where(figure => figure.Variant.StartsWith("a clip", StringComparison.Ordinal))
                .Select(figure => figure.Mean)
        );
    }

    [Fact]
    public void Frames_and_medians_between_beats_are_counted_for_both_tracks_and_by_genre()
    {
        ResultTable frames = Table("frames");
        Assert.Equal(["blues.00000", "disco.00000"], frames.Rows.Select(row => row[0]));
        Assert.All(frames.Rows, row => Assert.Equal("57", row[3]));
        Assert.All(frames.Rows, row => Assert.InRange(int.Parse(row[4], CultureInfo.InvariantCulture), 57 / FramesABeat, 12));
        ResultTable counts = Table("counts");
        Assert.Equal(["blues", "disco"], counts.Rows.Select(row => row[0]));
        Assert.All(counts.Rows, row => Assert.Equal(("1", "57.00"), (row[1], row[2])));
        Assert.Equal(frames.Rows.Select(row => row[4]), counts.Rows.Select(row => row[4]));
    }

    [Fact]
    public void Each_picture_s_rows_cover_its_time_without_a_gap_and_each_is_drawn()
    {
        foreach (FrameMapChart chart in Paper.Charts().OfType<FrameMapChart>())
        {
            var table = CsvTable.Parse(Table(chart.Table).ToCsv());
            Assert.Equal(4, chart.Draw(_ => table).Count);
            foreach (var picture in table.Rows.GroupBy(row => table.Cell(row, "picture")))
            {
                double[] from = [.. picture.Select(row => double.Parse(table.Cell(row, "from"), CultureInfo.InvariantCulture))];
                double[] to = [.. picture.Select(row => double.Parse(table.Cell(row, "to"), CultureInfo.InvariantCulture))];
                Assert.Equal(from.Skip(1), to.SkipLast(1));
                Assert.Equal(57 * 1920 / 22050.0, to[^1] - from[0], 1e-3);
            }
        }
    }

    private static ResultTable Table(string name) => Measured.Value.Tables.Single(table => table.Name == name);

    // Noise with a stroke every six frames.
    private static Dataset Pictures() =>
        new(
            Datasets.GtzanSpecgrams.Id,
            "1",
            "digest",
            Synthetic: true,
            [
                .. new[] { "blues", "disco" }.Select(genre => new Item(
                    $"{genre}.00000",
                    genre,
                    genre,
                    null,
                    new MatrixContent(() => Picture(genre))
                )),
            ]
        );

    private static Matrix Picture(string genre)
    {
        var rng = Rng.For(1, $"tests/{genre}");
        var picture = new Matrix(GtzanSpecgrams.Frames, GtzanSpecgrams.Bins);
        for (int t = 0; t < picture.Rows; t++)
        {
            double level = t % FramesABeat == 2 ? 200 : 90;
            for (int k = 0; k < picture.Columns; k++)
            {
                picture[t, k] = Math.Round(level + rng.NextDouble(0, 20));
            }
        }

        return picture;
    }
}
