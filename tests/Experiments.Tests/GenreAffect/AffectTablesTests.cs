using Research.Data;
using Research.Experiments.GenreAffect;
using Research.Pipeline;
using Research.Results.Claims;

namespace Research.Experiments.Tests.GenreAffect;

public class AffectTablesTests
{
    [Theory]
    [InlineData("affect-regression", "lstm", "", true, "genre-affect-165", "genre-affect-166", "genre-affect-168")]
    [InlineData("affect-regression", "cnn", "", true, "genre-affect-169", "genre-affect-170", "genre-affect-172")]
    [InlineData("multitask", "cnn", "loss weights 0.33 each", false, "genre-affect-176", "genre-affect-177")]
    public void Valence_answers_valence_and_arousal_answers_energy(
        string experiment,
        string model,
        string variant,
        bool mean,
        params string[] claims
    )
    {
        Figure[] figures =
        [
            .. new[] { "valence", "arousal", "mean" }.SelectMany(name => new[] { Of("spearman", name), Of("r2", name) }),
        ];
        Figure[] answering = [.. AffectTables.Answering(figures, experiment, model, variant, mean)];
        Assert.Equal(claims, Answers.Ids(answering, GenreAffectStudy.Study.Claims));
        Assert.All(answering, figure => Assert.True(figure.OnOtherData));
    }

    [Fact]
    public void Fine_tuning_starts_from_the_genres_of_its_seed_and_is_compared_with_random_weights()
    {
        var transfer = (Transfer)GenreAffectStudy.Study.Experiment("Transfer", Profile.Paper);
        Assert.Equal(3, transfer.Networks.Count);
        Assert.Equal([1UL, 2UL, 3UL], transfer.Networks[0].Starts!.Keys.Order());
        Assert.All(
            transfer.Networks[0].Starts!,
            start => Assert.Equal((start.Key, true), (start.Value.Seed, start.Value.KeepsModel))
        );
        Assert.Same(transfer.Networks[0].Starts, transfer.Networks[1].Starts);
        Assert.True(transfer.Networks[1].FreezesBlocks);
        Assert.Null(transfer.Networks[2].Starts);
        Assert.Equal(transfer.Trials.Count, transfer.Trials.Select(trial => trial.Description).Distinct().Count());
    }

    [Fact]
    public void Transfer_answers_for_the_network_that_is_handed_on_and_for_the_fine_tuned_one()
    {
        Experiment transfer = GenreAffectStudy.Study.Experiment("Transfer", Profile.Paper);
        var pieces = new Dataset(
            transfer.Data[0].Id,
            "1",
            "digest",
            Synthetic: true,
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(i => new Item($"p{i}", null, $"series {i / 2}", null, new Waveform([0], 22_050))
                    {
                        Targets = new Dictionary<string, double> { ["valence"] = i, ["arousal"] = -i },
                    }),
            ]
        );
        var networks = new FlawlessNetworks(["blues", "rock"], pieces);
        Measurement measured = new TinyRun(pieces).Tabulate(transfer, networks.Of);
        Assert.Equal(
            ["genre-affect-173", "genre-affect-174", "genre-affect-175"],
            Answers.Ids(measured.Figures, GenreAffectStudy.Study.Claims)
        );
    }

    private static Figure Of(string metric, string name) =>
        new()
        {
            Variant = "x",
            Split = "whole series left out",
            Metric = metric,
            Class = name,
            Runs = [0.5],
            IsShare = false,
        };
}
