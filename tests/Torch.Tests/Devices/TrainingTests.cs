using Research.Torch.Tests.Determinism;

namespace Research.Torch.Tests.Devices;

/// <summary>Whole trainings on the kernels that are shipped, to the bits that are pinned for the CPU.</summary>
[Collection(Alone.Name)]
public class TrainingTests
{
    public static TheoryData<string> Names => [.. PinnedTrainings.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_training_on_a_GPU_learns_the_bits_of_the_CPU(string name)
    {
        (_, string hash, Func<string> train) = PinnedTrainings.All.Single(one => one.Name == name);
        var driver = new PtxDriver(PtxDriver.Shipped);
        using var gpu = new StandIn(driver);
        Assert.Equal(hash, train());
        Assert.Contains("adam", driver.Launched);
        driver.CheckGuards();
    }
}
