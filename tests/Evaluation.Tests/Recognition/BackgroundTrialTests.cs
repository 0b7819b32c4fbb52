using Research.Corpora;
using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Evaluation.Tests.Trials;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Recognition;

public class BackgroundTrialTests
{
    private static readonly Dataset Digits = SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3, 6], 9);

    private static readonly BackgroundTrial Trial = new()
    {
        ModelName = "a net",
        Dataset = new GeneratedDataset("synthetic-digits", () => Digits),
        Protocol = Split(Holdout.Stratified(0.2, "tests/validation")),
        Seed = 3,
    };

    [Fact]
    public void It_learns_from_the_training_part_alone_and_says_how_familiar_the_others_are()
    {
        TrialResult result = Run(Trial);
        TrainValidationTest parts = Trial.Protocol.Of(SplitItems.Of(Digits), 3);
        var expected = Background.Fit(parts.Train.Select(i => StatisticsOf(Digits.Items[i])), 3);
        Assert.Equal(expected.ToBytes(), result.Model);
        foreach ((string part, int[] items) in new[] { ("validation", parts.Validation), ("test", parts.Test) })
        {
            Assert.True(items.Length > 5);
            Assert.Equal(items.Select(i => expected.FamiliarityOf(StatisticsOf(Digits.Items[i]))), Familiarity.Of(result, part)!);
        }
    }

    [Fact]
    public void The_validation_part_fixes_the_range_of_the_card_and_every_second_tested_recording_where_there_is_none()
    {
        TrialResult validated = Run(Trial);
        Assert.Equal(
            FamiliarRange.Of(Familiarity.Of(validated, SubsetNames.Validation)!),
            Cards.Card.WithBackground(validated).Background
        );
        TrialResult tested = Run(Trial with { Protocol = Split(new NoValidation()) });
        double[] even = [.. Familiarity.Of(tested, SubsetNames.Test)!.Where((_, i) => i % 2 == 0)];
        Assert.Equal(FamiliarRange.Of(even), Cards.Card.WithBackground(tested).Background);
        Assert.Equal(Cards.Card, Cards.Card.WithBackground(tested) with { Background = null });
    }

    [Fact]
    public void Backgrounds_of_several_models_on_one_dataset_have_names_of_their_own() =>
        Assert.Equal("background of a net, synthetic-digits/seed 3", Trial.Description);

    private static RandomSplit Split(ValidationPart validation) =>
        new() { Test = Holdout.Stratified(0.3, "tests/test"), Validation = validation };

    private static TrialResult Run(BackgroundTrial trial) => new GivenVectors(Digits, []).Run(trial);

    private static double[]? StatisticsOf(Item item) => Background.StatisticsOf(item.Waveform);
}
