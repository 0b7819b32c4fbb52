using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Numerics;
using Research.Torch.Tests.Devices;

namespace Research.Models.Tests.Training;

/// <summary>Process-wide: what names no device lies on a GPU meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class OnOneDevice
{
    public const string Name = "On one device";
}

/// <summary>A training on a GPU that is lost in the middle of it.</summary>
[Collection(OnOneDevice.Name)]
public class LostDeviceTests
{
    private const int Epochs = 6;

    [Fact]
    public void It_ends_in_one_sentence_and_the_CPU_goes_on_from_its_checkpoint_to_the_same_bits()
    {
        (float[] expected, _) = Train(new MemoryCheckpoints());
        var whole = new PtxDriver(PtxDriver.Shipped);
        using (new StandIn(whole))
        {
            Assert.Equal(expected, Train(new MemoryCheckpoints()).Weights);
        }

        var kept = new MemoryCheckpoints();
        using (new StandIn(new PtxDriver(PtxDriver.Shipped) { LostAfter = whole.Launched.Count * 2 / 3 }))
        {
            Assert.Equal("The GPU was lost.", Assert.ThrowsAny<ResearchException>(() => Train(kept)).Message);
        }

        (float[] weights, int left) = Train(kept);
        Assert.Equal(expected, weights);
        Assert.InRange(left, 1, Epochs - 1);
    }

    private static (float[] Weights, int Epochs) Train(ICheckpoints kept)
    {
        using var learner = new ToyLearner(30, normalized: true, dropout: 0.2);
        using var step = new SupervisedStep(learner, TrainerTests.Supervised);
        int epochs = 0;
        new Trainer(step, TrainerTests.Settings with { Epochs = Epochs }, 2).Run(
            [.. Enumerable.Range(4, 26)],
            () => learner.Validate([0, 1, 2, 3]),
            kept,
            "t",
            _ => epochs++
        );
        return (learner.Weights(), epochs);
    }
}
