using System.Globalization;
using Research.Corpora;
using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Experiments.GenreAffect;
using Research.Models.Training;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Tests.GenreAffect;

/// <summary>Every experiment on a tiny generated set.</summary>
public class GenreAffectStudyTests
{
    private const double Chance = 0.1; // ten genres
    private const int Pieces = 10; // of each

    private static readonly TinyRun Run = new(
        SyntheticMusic.Make("synthetic-music", 7, Pieces, 3),
        SyntheticDigits.Make("synthetic-digits", 7, 8000, 2, [0, 3], 2), // strangers
        SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 7, 1, 2)
    );
    private static readonly Lazy<Dictionary<string, Measurement>> Measured = new(() =>
        GenreAffectStudy
            .Study.Experiments(Profile.Quick)
            .ToDictionary(experiment => experiment.Name, experiment => Run.Tabulate(Small(experiment)))
    );

    [Theory]
    [InlineData("Lstm", 0.05)]
    [InlineData("Cnn", 0.05)]
    [InlineData("Ensemble", 0.3)]
    [InlineData("Imbalance", 0.05)]
    [InlineData("PooledFeatures", 0.3)]
    [InlineData("Clips", 0.3)]
    public void Genres_are_heard_better_than_by_chance_on_a_tiny_set(string name, double margin)
    {
        Measurement measured = Measured.Value[name];
        AssertWhole(measured);
        double best = measured.Figures.Where(figure => figure is { Metric: "uar" }).Max(figure => figure.Mean);
        Assert.True(best > Chance + margin, $"{best}");
    }

    [Theory]
    [InlineData("EchoNest", 0.3)]
    [InlineData("PooledFeatures", 0.3)]
    [InlineData("AffectRegression", 0.3)]
    [InlineData("Multitask", 0.3)]
    [InlineData("Transfer", 0.15)] // its frames have lost their level
    public void Energy_is_heard_on_a_tiny_set(string name, double margin)
    {
        Measurement measured = Measured.Value[name];
        AssertWhole(measured);
        double best = measured
            .Figures.Where(figure => figure is { Metric: "spearman", Class: "energy" })
            .Max(figure => figure.Mean);
        Assert.True(best > margin, $"{best}");
    }

    [Fact]
    public void Shares_of_a_distribution_sum_to_1_for_each_target()
    {
        var table = Measured.Value["EchoNest"].Tables.Single(table => table.Name == "distribution");
        Assert.All(
            table.Rows.GroupBy(row => row[0]),
            target => Assert.Equal(1, target.Sum(row => double.Parse(row[3], CultureInfo.InvariantCulture)), 1e-9)
        );
    }

    [Theory]
    [InlineData("Spectrograms")]
    [InlineData("Beats")]
    public void What_trains_nothing_has_its_tables_on_a_tiny_set(string name) => AssertWhole(Measured.Value[name]);

    [Fact]
    public void Genres_that_are_cut_are_heard_less_often_than_whole_ones()
    {
        var table = Measured.Value["Imbalance"].Tables.Single(table => table.Name == "recall");
        double Predicted(string training, string group) =>
            double.Parse(table.Rows.Single(row => row[1] == training && row[2] == group)[5], CultureInfo.InvariantCulture);
        Assert.True(Predicted("five genres cut to 1 clips", "cut") < Predicted("all clips", "cut"));
        Assert.True(Predicted("five genres cut to 1 clips", "not cut") > Predicted("five genres cut to 1 clips", "cut"));
    }

    [Fact]
    public void Filters_and_activations_of_the_second_network_stand_beside_its_figures()
    {
        IReadOnlyList<ResultTable> tables = Measured.Value["Cnn"].Tables;
        Assert.Equal(4 * 9, tables.Single(table => table.Name == "filters").Rows.Count); // four filters of three by three
        ResultTable activations = tables.Single(table => table.Name == "activations");
        Assert.Equal(["block 1", "block 2", "block 3", "block 4"], activations.Rows.Select(row => row[0]).Distinct().Skip(1));
        Assert.StartsWith("input: ", activations.Rows[0][0], StringComparison.Ordinal);
    }

    private static void AssertWhole(Measurement measured)
    {
        Assert.All(measured.Tables, table => Assert.NotEmpty(table.Rows));
        Assert.All(measured.Figures, figure => Assert.True(double.IsFinite(figure.Mean), figure.Variant));
    }

    private static Experiment Small(Experiment experiment)
    {
        var equal = new SizedSplit
        {
            TrainItems = 50,
            ValidationItems = 20,
            TestItems = 30,
            Stream = "tests/equal",
        };
        return experiment switch
        {
            Lstm lstm => lstm with { Networks = Smaller(lstm.Networks, equal) },
            Cnn cnn => cnn with { Networks = Smaller(cnn.Networks, equal) },
            Ensemble ensemble => ensemble with { Networks = Smaller(ensemble.Networks, equal) },
            Imbalance imbalance => imbalance with
            {
                Networks = [.. imbalance.Networks.Select(Trained)],
                Left = 1,
                LeftOfEach = 3,
            },
            Clips clips => clips with
            {
                Splits =
                [
                    .. clips.Splits.Select(split =>
                        split.Splits is OneSplit { Protocol: SizedSplit }
                            ? (split.Name, new OneSplit(equal with { ValidationItems = 0 }))
                            : split
                    ),
                ],
            },
            AffectRegression affect => affect with { Networks = [.. affect.Networks.Select(Longer)] },
            Multitask tasks => tasks with { Networks = [.. tasks.Networks.Select(Longer)] },
            Transfer transfer => transfer with { Networks = [.. transfer.Networks.Select(Longer)] },
            PooledFeatures pooled => pooled with { EqualSize = equal with { ValidationItems = 0 } },
            _ => experiment,
        };
    }

    private static GenreNetworks Smaller(GenreNetworks networks, Protocol equal) =>
        networks with
        {
            Splits = [networks.Splits[0], (networks.Splits[1].Name, equal)],
            Variants = [.. networks.Variants.Select(Trained)],
        };

    private static NetworkVariant Trained(NetworkVariant variant) =>
        variant with
        {
            Training = variant.Training with { Epochs = 20, BatchSize = 10 },
        };

    private static AffectNetwork Longer(AffectNetwork network) =>
        network with
        {
            Training = network.Training with { Epochs = 40, BatchSize = 8, Optimizer = OptimizerSettings.Adam(0.01) },
        };
}
