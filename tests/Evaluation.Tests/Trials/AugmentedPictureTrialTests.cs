using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Trials;
using Research.Models.Networks.Pretrained;
using Research.Models.Training.Transfer;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class AugmentedPictureTrialTests
{
    private static AugmentedPictureTrial Alone =>
        new()
        {
            Pictures = TinyPictures.Generator("low").Pictures,
            Generators = [TinyPictures.Generator("low"), TinyPictures.Generator("high")],
            Generated = new(8, 4),
            LearnsReal = false,
            VariantName = "tiny",
            Network = PretrainedNetwork.Torchvision("resnet18", ImageArchitecture.ResNet18, Samples.Named("none")).FromScratch(),
            Detail = TinyPictures.Side,
            Side = 32,
            Training = TransferSettings.Film with { Epochs = 9, BatchSize = 8, RangeTest = null, LearningRate = 0.01 },
            Seed = 3,
        };

    private static AugmentedPictureTrial Brief => Alone with { Training = Alone.Training with { Epochs = 1 } };

    [Fact]
    public void Real_items_are_recognised_by_what_generated_pictures_taught()
    {
        TrialResult right = Run(Alone, Made);
        Assert.Equal(8, right.Classes(SubsetNames.Test).Items.Count);
        Assert.InRange(right.Classes(SubsetNames.Test).Score, 0.75, 1);
        TrialResult swapped = Run(Alone, own => Made(own with { Label = own.Label == "low" ? "high" : "low" }));
        Assert.InRange(swapped.Classes(SubsetNames.Test).Score, 0, 0.25);
    }

    [Fact]
    public void Generated_pictures_alone_learn_and_validate_where_nothing_real_does()
    {
        TrialResult whole = Run(Brief, Made);
        Assert.All(
            whole.Classes(SubsetNames.Validation).Items,
            name => Assert.StartsWith("generated/", name, StringComparison.Ordinal)
        );
        Assert.Equal(8, whole.Classes(SubsetNames.Validation).Items.Count);
        var split = TinyPictures.Split(3);
        AssertSame(whole, Run(Brief, Made, TinyPictures.Silenced([.. split.Train, .. split.Validation])));
    }

    [Fact]
    public void Real_pictures_are_learned_beside_generated_ones()
    {
        AugmentedPictureTrial both = Brief with { LearnsReal = true, Generated = new(8, 0) };
        TrialResult whole = Run(both, Made);
        var split = TinyPictures.Split(3);
        Assert.Equal(split.Validation.Length, whole.Classes(SubsetNames.Validation).Items.Count);
        Assert.NotEqual(Losses(whole), Losses(Run(both, Made, TinyPictures.Silenced(split.Train))));
        Assert.NotEqual(Losses(whole), Losses(Run(both, own => TinyPictures.Result(TinyPictures.Of(Enumerable.Range(0, 12))))));
        Assert.NotEqual(Losses(whole), Losses(Run(both with { Generators = [], Generated = new(0, 0) }, Made)));
    }

    // Silence in their place changes what is said of them, and nothing that is learned.
    [Fact]
    public void Test_items_are_never_learned()
    {
        AugmentedPictureTrial both = Brief with { LearnsReal = true };
        TrialResult whole = Run(both, Made);
        TrialResult silenced = Run(both, Made, TinyPictures.Silenced(TinyPictures.Split(3).Test));
        Assert.Equal(whole.Curve!.Epochs, silenced.Curve!.Epochs);
        Assert.Equal(whole.Classes(SubsetNames.Validation).Probabilities, silenced.Classes(SubsetNames.Validation).Probabilities);
        Assert.NotEqual(whole.Classes(SubsetNames.Test).Probabilities, silenced.Classes(SubsetNames.Test).Probabilities);
    }

    [Fact]
    public void A_trial_that_is_stopped_goes_on_to_the_same_bits_and_another_seed_to_others()
    {
        AugmentedPictureTrial trial = Alone with { Training = Alone.Training with { Epochs = 3 } };
        TrialResult whole = Run(trial, Made);
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            Assert.Throws<OperationCanceledException>(() => TinyPictures.Run(trial, Made, folder: folder, stopAt: 0.5));
            AssertSame(whole, TinyPictures.Run(trial, Made, folder: folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        AugmentedPictureTrial other = trial with
        {
            Seed = 4,
            Generators = [.. trial.Generators.Select(own => own with { Seed = 4 })],
        };
        Assert.NotEqual(Losses(whole), Losses(Run(other, Made)));
    }

    [Fact]
    public void Nothing_is_learned_of_a_part_of_a_set() =>
        Assert.Empty(Run(Alone with { Pictures = Alone.Pictures with { FewestItems = 33 } }, Made).Predictions);

    [Fact]
    public void Generators_of_another_split_and_too_few_pictures_are_refused()
    {
        AugmentedPictureTrial other = Alone with { Generators = [TinyPictures.Generator("low") with { Seed = 4 }] };
        Assert.Contains("may have learned from some that are tested here", Refusal(other), StringComparison.Ordinal);
        Assert.Contains("its generator made 12", Refusal(Alone with { Generated = new(10, 3) }), StringComparison.Ordinal);
    }

    private static TrialResult Made(GanTrial generator) => TinyPictures.Result(TinyPictures.Made(generator.Label));

    private static TrialResult Run(AugmentedPictureTrial trial, Func<GanTrial, TrialResult> made, Matrix[]? levels = null) =>
        TinyPictures.Run(trial, made, levels);

    private static IEnumerable<double> Losses(TrialResult result) => result.Curve!.Of(TrainingCurve.TrainLoss);

    private static string Refusal(AugmentedPictureTrial trial) => Assert.ThrowsAny<Exception>(() => Run(trial, Made)).Message;

    private static void AssertSame(TrialResult one, TrialResult two)
    {
        Assert.Equal(one.Curve!.Epochs, two.Curve!.Epochs);
        Assert.Equal(one.Classes(SubsetNames.Test).Probabilities, two.Classes(SubsetNames.Test).Probabilities);
    }
}
