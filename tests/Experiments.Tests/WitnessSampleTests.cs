using Research.Evaluation.Trials;
using Research.Evaluation.Witnessing;
using Research.Experiments.Digits;
using Research.Pipeline;
using Xunit;

namespace Research.Experiments.Tests;

public class WitnessSampleTests
{
    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public void Networks_of_each_study_that_trains_some_are_in_the_sample(Profile profile)
    {
        string[] experiments = [.. Catalogue.Witnesses(profile).Select(target => target.TrialName.Split('/')[0]).Distinct()];
        Assert.Superset(
            new HashSet<string>
            {
                "Digits.Mlp",
                "Digits.Lstm",
                "Digits.SineToCosine",
                "SpeechEmotion.AttentionBlstm",
                "GenreAffect.Cnn",
                "GenreAffect.Lstm",
            },
            experiments.ToHashSet()
        );
    }

    [Fact]
    public void Dropout_between_recurrent_layers_is_left_out()
    {
        RecurrentTrial[] sampled =
        [
            .. Catalogue.Witnesses(Profile.Paper).Select(target => target.Trial).OfType<RecurrentTrial>(),
        ];
        Assert.NotEmpty(sampled);
        Assert.DoesNotContain(sampled, trial => trial.Variant.Network is { Layers: > 1, Dropout: > 0 });
    }

    [Fact]
    public void Trials_that_differ_by_their_seed_alone_are_one_variant()
    {
        Trial[] trials = [.. ((Mlp)Mlp.In(Profile.Quick)).Trials];
        Assert.Equal(WitnessSample.VariantOf(trials[0]), WitnessSample.VariantOf(trials[1]));
        Trial[] paper = [.. Mlp.In(Profile.Paper).Trials];
        Assert.NotEqual(WitnessSample.VariantOf(paper[0]), WitnessSample.VariantOf(paper[^1]));
    }

    [Fact]
    public void A_run_of_everything_leaves_the_witnesses_out()
    {
        var graph = Pipeline.Targets.TargetGraph.Of(new Catalogue(), Profile.Quick);
        Assert.DoesNotContain(graph.Resolve("all"), target => target is WitnessTarget);
        Assert.IsType<WitnessTarget>(Assert.Single(graph.Resolve(Catalogue.Witnesses(Profile.Quick)[0].Name)));
    }
}
