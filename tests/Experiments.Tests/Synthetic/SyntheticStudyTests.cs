using Research.Corpora;
using Research.Data;
using Research.Experiments.Synthetic;
using Research.Models.Classical;
using Research.Pipeline;
using Research.Results.Claims;

namespace Research.Experiments.Tests.Synthetic;

/// <summary>The corpora's own experiments on tiny sets.</summary>
public class SyntheticStudyTests
{
    private static readonly Dataset Digits = SyntheticDigits.Make("synthetic-digits", 1, 8000, 4, [1, 3, 6], 4);

    [Fact]
    public void A_forest_learns_something_of_every_corpus()
    {
        var experiment = (Separability)Of("Separability", Profile.Quick) with
        {
            Seeds = [1],
            Forest = ForestSettings.RandomForest(20),
        };
        Measurement measured = TinyRun.Measure(
            experiment,
            Digits,
            SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 1, 3, 3),
            SyntheticMusic.Make("synthetic-music", 1, 10, 3)
        );
        Figure[] accuracies = [.. measured.Figures.Where(figure => figure.Metric == "accuracy")];
        Assert.Equal(5, accuracies.Length); // music has no speakers
        Assert.All(
            accuracies,
            figure => Assert.True(figure.Mean > LeastOf(figure.Variant), $"{figure.Variant}, {figure.Split}: {figure.Mean}")
        );
    }

    // Chance, which is one over the classes, and a margin.
    private static double LeastOf(string corpus) =>
        corpus switch
        {
            "synthetic-digits" => (1.0 / 3) + 0.4,
            "synthetic-speech-emotion" => (1.0 / 7) + 0.1,
            "synthetic-music" => (1.0 / 10) + 0.2,
            _ => throw new ArgumentOutOfRangeException(nameof(corpus), corpus, "Say here what chance is."),
        };

    [Fact]
    public void A_recogniser_of_some_speakers_understands_others()
    {
        Dataset people = SyntheticDigits.Make("fsdd", 9, 8000, 3, [1, 3, 6], 6);
        var experiment = (Recognised)Of("Recognised", Profile.Paper) with { Seeds = [1] };
        experiment = experiment with { Hmm = experiment.Hmm with { States = 2, Mixtures = 1 } };
        Measurement measured = TinyRun.Measure(experiment, people, Digits);
        Figure heard = measured.Figures.First(figure => figure.Split == "synthetic-digits" && figure.Metric == "accuracy");
        Assert.InRange(heard.Mean, 0.5, 1);
        Assert.Equal(
            48,
            measured
                .Tables.Single(table => table.Name == "runs")
                .Rows.Select(row => int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture))
                .Max()
        );
    }

    [Fact]
    public void Pitch_is_found_within_one_per_cent_and_four_formants_beat_five_below_four_kilohertz()
    {
        Measurement measured = TinyRun.Measure(Of("Estimators", Profile.Quick), Digits);
        double Error(string variant, string quantity) =>
            measured.Figures.Single(figure => figure.Variant == variant && figure.Class == quantity).Mean;
        Assert.InRange(Error("pitch", "mean_pitch"), 0, 0.01);
        Assert.True(Error("4 formants up to 4000 Hz", "F2") < Error("5 formants up to 4000 Hz", "F2"));
    }

    private static Experiment Of(string name, Profile profile) => SyntheticStudy.Study.Experiment(name, profile);
}
