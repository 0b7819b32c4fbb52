using System.Globalization;
using Research.Corpora;
using Research.Experiments.FilmEmotion;
using Research.Pipeline;
using Research.Results.Claims;

namespace Research.Experiments.Tests.FilmEmotion;

/// <summary>Every experiment on a tiny generated set.</summary>
public class FilmEmotionStudyTests
{
    private static readonly TinyRun Run = new(SyntheticMusic.Make("synthetic-music", 7, 12, 3));

    [Fact]
    public void Energy_is_recognised_better_than_by_chance_and_the_majority_is_a_third()
    {
        Measurement measured = Run.Tabulate(FilmEmotionStudy.Study.Experiment("Handcrafted", Profile.Quick));
        Figure[] recalls =
        [
            .. measured.Figures.Where(figure =>
                figure.Metric == "uar" && figure.Variant.Contains("energy", StringComparison.Ordinal)
            ),
        ];
        Assert.True(recalls.Max(figure => figure.Mean) > 0.45, $"{recalls.Max(figure => figure.Mean)}");
        Assert.Equal(1 / 3.0, recalls.Single(figure => figure.Variant.EndsWith("majority", StringComparison.Ordinal)).Mean, 0.01);
        Assert.All(measured.Tables, table => Assert.NotEmpty(table.Rows));
    }

    [Fact]
    public void Parts_of_every_class_sum_to_its_excerpts()
    {
        var splits = (Splits)FilmEmotionStudy.Study.Experiment("Splits", Profile.Quick);
        Measurement measured = Run.Tabulate(
            splits with
            {
                Tasks = [.. splits.Tasks.Select(task => task with { TestPerClass = 10 })],
            }
        );
        var classes = measured.Tables.Single(table => table.Name == "classes");
        Assert.Equal(6, classes.Rows.Count);
        foreach (string?[] row in classes.Rows.Select(row => row.ToArray()))
        {
            double parts = measured
                .Figures.Where(figure => figure.Variant == row[1] && figure.Class == row[2])
                .Sum(figure => figure.Mean);
            Assert.Equal(int.Parse(row[3]!, CultureInfo.InvariantCulture), parts);
        }
    }

    [Fact]
    public void A_class_of_which_all_would_be_tested_is_told()
    {
        var quick = (Splits)FilmEmotionStudy.Study.Experiment("Splits", Profile.Quick);
        Splits splits = quick with { Tasks = [.. quick.Tasks.Select(task => task with { TestPerClass = 50 })] };
        Assert.Contains(
            "and 50 of each class are tested: nothing is left",
            Assert.Throws<Numerics.ResearchException>(() => Run.Tabulate(splits)).Message,
            StringComparison.Ordinal
        );
    }
}
