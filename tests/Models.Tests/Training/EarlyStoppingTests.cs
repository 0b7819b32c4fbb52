using Research.Models.Training;

namespace Research.Models.Tests.Training;

public class EarlyStoppingTests
{
    [Fact]
    public void After_so_many_epochs_counts_from_the_first_and_with_all_decimals() =>
        Assert.Equal((7, 1, null), (Stopping.Patience, Stopping.FirstEpoch, Stopping.Decimals));

    private static EarlyStopping Stopping => EarlyStopping.After(7);
}
