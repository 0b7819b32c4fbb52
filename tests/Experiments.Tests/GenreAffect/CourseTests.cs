using Research.Data;
using Research.Evaluation.Trials;
using Research.Experiments.GenreAffect;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Experiments.Tests.GenreAffect;

/// <summary>The experiments on the course's own arrays, with a tiny set in their shape; nothing is trained.</summary>
public class CourseTests
{
    private const int Frames = 8;
    private static readonly string[] Genres =
    [
        "Blues",
        "Classical",
        "Electronic",
        "Folk",
        "Hip-Hop",
        "Jazz",
        "Metal",
        "Pop",
        "Rock",
        "Trip-Hop",
    ];

    private static readonly TinyRun Run = new(
        Arrays(CourseData.Genres),
        Arrays(CourseData.GenresBetweenBeats),
        Arrays(CourseData.Affect)
    );

    [Fact]
    public void A_checkout_without_the_arrays_has_no_such_experiment() =>
        Assert.DoesNotContain(
            GenreAffectStudy.Study.Experiments(Profile.Paper),
            experiment => experiment.Name.StartsWith("Course", StringComparison.Ordinal)
        );

    [Fact]
    public void On_the_arrays_every_figure_of_genres_is_answered_once_and_on_the_report_s_own_data()
    {
        Figure[] figures = [.. Run.Tabulate(CourseGenres.Of(), OfGenres).Figures];
        string[] expected =
        [
            .. GenreAffectStudy
                .Study.Claims.All.Where(claim => claim.Experiment is "lstm" or "cnn" or "cnn-checkpoint")
                .Select(claim => claim.Id)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(160, expected.Length);
        Assert.Equal(expected, Answers.Ids(figures, GenreAffectStudy.Study.Claims));
        Assert.All(figures, figure => Assert.False(figure.OnOtherData));
    }

    [Fact]
    public void On_the_arrays_every_figure_of_affect_is_answered_once_and_the_number_of_tracks()
    {
        Figure[] figures = [.. Run.Tabulate(CourseAffect.Of(), trial => OfAffect((ItemNetworkTrial)trial)).Figures];
        string[] expected =
        [
            .. GenreAffectStudy
                .Study.Claims.All.Where(claim => claim.Dataset == "multitask")
                .Select(claim => claim.Id)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(13, expected.Length);
        Assert.Equal(expected, Answers.Ids(figures, GenreAffectStudy.Study.Claims));
        Assert.Equal(2 * Genres.Length, figures[0].Mean);
    }

    [Fact]
    public void Networks_see_the_bands_that_the_report_gave_them()
    {
        FeatureSet[] sets = [.. CourseGenres.Of().Trials.SelectMany(trial => trial.Features).DistinctBy(set => set.Target)];
        Assert.Equal(
            [
                ("features:fma-genres:bands-0-128", 128),
                ("features:fma-genres-beat:bands-0-128", 128),
                ("features:fma-genres:bands-128-12", 12),
                ("features:fma-genres-beat:bands-0-140", 140),
            ],
            sets.Select(set => (set.Target, Run.Read(set)[0].Columns))
        );
        Assert.Equal(129, Run.Read(sets[2])[0][0, 1]);
    }

    [Fact]
    public void The_fine_tuned_network_starts_from_the_genres_of_its_seed() =>
        Assert.All(
            CourseAffect.Of().Networks.Single(network => network.Starts is not null).Starts!,
            start => Assert.Equal((start.Key, true), (start.Value.Seed, start.Value.KeepsModel))
        );

    private static TrialResult OfGenres(Trial trial)
    {
        var net = (ItemNetworkTrial)trial;
        string[] items = [.. Genres.Select(genre => $"{genre}-test")];
        int[] classes = [.. Enumerable.Range(0, Genres.Length)];
        return new TrialResult
        {
            Predictions = [new ClassPredictions(SubsetNames.Test, items, Genres, classes, classes, null)],
            Curve = new TrainingCurve(
                [TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss, TrainingCurve.ValidationAccuracy],
                [.. Enumerable.Repeat(new[] { 1, 1, 0.5 }, net.Training.Epochs)],
                1
            ),
        };
    }

    private static TrialResult OfAffect(ItemNetworkTrial net)
    {
        if (net.Task is not ValuesTask task)
        {
            return OfGenres(net);
        }

        int fold = net.SplitName[^1] - '0';
        Item[] tested = [.. Arrays(CourseData.Affect).Items.Where((_, i) => i % 5 == fold)];
        double[][] truth = [.. tested.Select(item => task.Targets.Select(target => item.Targets[target]).ToArray())];
        return new TrialResult
        {
            Predictions = [new ValuePredictions(SubsetNames.Test, [.. tested.Select(item => item.Id)], task.Targets, truth, truth)],
        };
    }

    // Band b of every frame holds b.
    private static Dataset Arrays(string id)
    {
        Matrix frames = Matrix.OfRows([
            .. Enumerable.Range(0, Frames).Select(_ => Enumerable.Range(0, 140).Select(band => (double)band).ToArray()),
        ]);
        return new Dataset(
            id,
            "1",
            "digest",
            Synthetic: true,
            [
                .. Genres.SelectMany(
                    (genre, i) =>
                        new[] { Subset.Train, Subset.Test }.Select(subset => new Item(
                            FormattableString.Invariant($"{genre}-{subset}").ToLowerInvariant(),
                            genre,
                            $"{genre}-{subset}",
                            subset,
                            new MatrixContent(frames)
                        )
                        {
                            Targets = new Dictionary<string, double>
                            {
                                ["valence"] = i,
                                ["energy"] = i * 3 % 10,
                                ["danceability"] = -i,
                            },
                        })
                ),
            ]
        );
    }
}
