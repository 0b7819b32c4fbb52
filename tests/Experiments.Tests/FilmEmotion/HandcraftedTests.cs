using Research.Data;
using Research.Data.Datasets;
using Research.Experiments.FilmEmotion;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;

namespace Research.Experiments.Tests.FilmEmotion;

/// <summary>Which data answer the figures of the study's experiment X; nothing is trained.</summary>
public class HandcraftedTests
{
    private static readonly ClaimBook Claims = FilmEmotionStudy.Study.Claims;

    private static readonly string[] OfX =
    [
        .. Claims.All.Where(claim => claim.Experiment == "X handcrafted").Select(claim => claim.Id),
    ];

    [Fact]
    public void Other_film_music_answers_where_only_a_part_of_the_recordings_is_here()
    {
        Figure[] figures = [.. Answers.In(Measured(recordings: 12).Figures, Claims).Select(own => own.Figure)];
        Assert.Equal(OfX, Answers.Ids(figures, Claims));
        Assert.All(figures, figure => Assert.True(figure.OnOtherData));
        Assert.All(figures, figure => Assert.StartsWith("eerola-110, ", figure.Variant, StringComparison.Ordinal));
    }

    [Fact]
    public void The_studys_own_recordings_answer_where_all_of_them_are()
    {
        Figure[] figures = [.. Answers.In(Measured(Eerola360.Excerpts).Figures, Claims).Select(own => own.Figure)];
        Assert.Equal(OfX, Answers.Ids(figures, Claims));
        Assert.All(figures, figure => Assert.False(figure.OnOtherData));
        Assert.All(figures, figure => Assert.StartsWith("eerola-360-audio, ", figure.Variant, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_measured_on_twelve_recordings() =>
        Assert.DoesNotContain(
            Measured(recordings: 12).Figures,
            figure => figure.Variant.StartsWith("eerola-360-audio", StringComparison.Ordinal)
        );

    // Those of Splits and Architectures are checked beside these.
    [Fact]
    public void Every_other_figure_of_the_thesis_is_about_data_that_cannot_be_had_whole()
    {
        Study study = FilmEmotionStudy.Study;
        HashSet<string> answered = [.. Answers.Ids(Measured(recordings: 12).Figures, Claims)];
        Claim[] open =
        [
            .. Claims.All.Where(claim =>
                claim is not ({ Place: "table 2" or "table 19" } or { Experiment: "architectures" })
                && !answered.Contains(claim.Id)
                && !study.NotPublic.Contains(claim.Dataset)
            ),
        ];
        Assert.Empty(open.Select(claim => claim.Id));
        Assert.Empty(study.Pending);
        Assert.Equal(941, Claims.All.Count);
    }

    private static Measurement Measured(int recordings) =>
        new FlawlessResults(
            Film(Datasets.Eerola360Audio.Id, recordings),
            Film(Datasets.Eerola110.Id, 110),
            new Dataset(Datasets.PianoEmotion.Id, "1", "", Synthetic: false, [.. Pieces()]),
            new Dataset(Datasets.MemoMusicAudio.Id, "1", "", Synthetic: false, [.. Rated("pop", 30)])
        ).Tabulate(FilmEmotionStudy.Study.Experiment("Handcrafted", Profile.Paper));

    private static Dataset Film(string id, int count)
    {
        var rng = Rng.For(1, "tests/ratings");
        string[] targets = [.. FilmRatings.Scales, .. FilmRatings.Emotions];
        return new(
            id,
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

    private static IEnumerable<Item> Pieces() =>
        Enumerable
            .Range(0, 40)
            .Select(i =>
                Item(
                    $"emopia/{i:00}",
                    $"Q{(i % 4) + 1}",
                    $"emopia/{i / 2:00}",
                    new() { ["valence"] = i % 4 is 0 or 3 ? 1 : -1, ["arousal"] = i % 4 < 2 ? 1 : -1 }
                )
            )
            .Concat(Rated("memomusic/", 30))
            .Concat(Rated("vgmidi/", 30));

    private static IEnumerable<Item> Rated(string set, int count)
    {
        var rng = Rng.For(2, "tests/ratings");
        return Enumerable
            .Range(0, count)
            .Select(i =>
                Item(
                    $"{set}{i:00}",
                    null,
                    $"{set}{i:00}",
                    new() { ["valence"] = rng.NextDouble(-1, 1), ["arousal"] = rng.NextDouble(-1, 1) }
                )
            );
    }

    private static Item Item(string id, string? label, string group, Dictionary<string, double> targets) =>
        new(id, label, group, null, new MatrixContent(new Matrix(1, 1))) { Targets = targets };
}
