using Research.Data;
using Research.Data.Locking;
using Research.Experiments.GenreAffect;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;

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

    private static readonly FlawlessNetworks Networks = new(Genres, Arrays(CourseData.Affect));
    private static readonly TinyRun Run = new(
        Arrays(CourseData.Genres),
        Arrays(CourseData.GenresBetweenBeats),
        Arrays(CourseData.Affect)
    );

    [Fact]
    public void A_checkout_has_the_arrays_that_its_local_lock_names()
    {
        string root = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            Assert.False(CourseData.Has(root, [CourseData.Genres]));
            new DatasetLock { Datasets = [Pin(CourseData.Genres)] }.Save(Checkout.LocalLockFile(root));
            Assert.True(CourseData.Has(root, [CourseData.Genres]));
            Assert.False(CourseData.Has(root, [CourseData.Genres, CourseData.Affect]));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Sample)]
    public void Only_profile_paper_has_such_experiments(Profile profile) =>
        Assert.DoesNotContain(
            GenreAffectStudy.Study.Experiments(profile),
            experiment => experiment.Name.StartsWith("Course", StringComparison.Ordinal)
        );

    [Fact]
    public void On_the_arrays_every_figure_of_genres_is_answered_once_and_on_the_report_s_own_data()
    {
        Figure[] figures = [.. Run.Tabulate(CourseGenres.Of(), Networks.Of).Figures];
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
        Figure[] figures = [.. Run.Tabulate(CourseAffect.Of(), Networks.Of).Figures];
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

    private static DatasetEntry Pin(string id) =>
        new()
        {
            Id = id,
            Title = "arrays",
            Version = "1",
            Licence = "of their owner",
            Citation = "none",
            HomePage = "none",
            Files = ["*.npy"],
            Count = 1,
            Bytes = 1,
            Digest = "sha256:" + new string('0', 64),
            Sources = [],
        };

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
