using Research.Experiments.GenreAffect;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Experiments.Tests.GenreAffect;

public class GenreRunsTests
{
    private static readonly string[] Genres =
    [
        "blues",
        "classical",
        "country",
        "disco",
        "hiphop",
        "jazz",
        "metal",
        "pop",
        "reggae",
        "rock",
    ];

    [Theory]
    [InlineData("mel", "genre-affect-015")]
    [InlineData("mel, beat-synced", "genre-affect-052")]
    [InlineData("chroma", "genre-affect-089")]
    [InlineData("mel + chroma", "genre-affect-126")]
    public void The_report_s_figures_of_shared_genres_and_of_all_are_answered_once(string claimed, string first)
    {
        Figure[] figures =
        [
            .. Runs("lstm", claimed).LastEpoch("x", 15, loss: true),
            .. Runs("lstm", claimed).Test("x", classes: true),
        ];
        string[] answered = Answers.Ids(figures, GenreAffectStudy.Study.Claims);
        Assert.Equal(2 + 1 + (3 * (7 + 2)), answered.Length);
        Assert.Equal(answered.Length, answered.Distinct().Count());
        Assert.Contains(first, answered);
        Assert.All(figures, figure => Assert.True(figure.OnOtherData));
    }

    [Fact]
    public void Of_the_convolutional_network_accuracies_are_answered()
    {
        Figure[] figures =
        [
            .. Runs("cnn", "4 blocks, mel").LastEpoch("x", 25, loss: false),
            .. Runs("cnn", "4 blocks, mel").Test("x", classes: false),
        ];
        Assert.Equal(["genre-affect-163", "genre-affect-164"], Answers.Ids(figures, GenreAffectStudy.Study.Claims));
    }

    [Fact]
    public void The_network_whose_best_epoch_is_handed_on_answers_figures_of_its_own()
    {
        GenreRuns runs = Runs("cnn", "best epoch kept") with { Experiment = "cnn-checkpoint" };
        Figure[] figures = [.. runs.LastEpoch("x", 25, loss: false), .. runs.Test("x", classes: false)];
        Assert.Equal(["genre-affect-173", "genre-affect-174"], Answers.Ids(figures, GenreAffectStudy.Study.Claims));
    }

    [Fact]
    public void Averages_over_the_classes_are_plain_or_by_the_number_of_their_clips()
    {
        // Three clips of blues, all right; one of rock, taken for blues.
        Figure[] figures = [.. Runs("lstm", "mel").Test("x", classes: true)];
        double Of(string metric, string name) => figures.Single(figure => figure.Metric == metric && figure.Class == name).Mean;
        Assert.Equal(1, Of("recall", "blues"));
        Assert.Equal(0, Of("recall", "rock"));
        Assert.Equal(0.1, Of("recall", "macro avg"), 12);
        Assert.Equal(0.75, Of("recall", "weighted avg"), 12);
        Assert.Equal(0.75 * 0.75, Of("precision", "weighted avg"), 12);
    }

    private static GenreRuns Runs(string network, string claimed)
    {
        var test = new ClassPredictions("test", ["a", "b", "c", "d"], Genres, [0, 0, 0, 9], [0, 0, 0, 0], null);
        var curve = new TrainingCurve(
            [TrainingCurve.ValidationLoss, TrainingCurve.ValidationAccuracy],
            [
                [2, 0.1],
                [1, 0.3],
            ],
            2
        );
        return new(network, claimed, [(1, new TrialResult { Predictions = [test], Curve = curve })]);
    }
}
