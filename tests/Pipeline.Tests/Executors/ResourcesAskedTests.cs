using Research.Pipeline.Executors;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Executors;

public sealed class ResourcesAskedTests
{
    private const long Mebibyte = 1L << 20;

    [Fact]
    public void What_nobody_has_timed_gets_the_least_time() =>
        Assert.Equal(3600, ResourcesAsked.For([Item(null, 256)], new ExecutorSettings()).Seconds);

    [Fact]
    public void Known_times_add_up_three_times_over_in_steps_of_half_an_hour() =>
        Assert.Equal(5 * 1800, ResourcesAsked.For([Item(2000, 256), Item(900, 256)], new ExecutorSettings()).Seconds);

    [Fact]
    public void No_more_is_asked_than_the_bounds_allow()
    {
        Resources asked = ResourcesAsked.For([Item(90_000, 100_000)], new ExecutorSettings { MostHours = 10, MostMemoryGiB = 8 });
        Assert.Equal((36_000, 8L << 30), (asked.Seconds, asked.MemoryBytes));
    }

    [Theory]
    [InlineData(0, 512)]
    [InlineData(256, 512)]
    [InlineData(512, 1024)]
    public void Memory_is_that_of_the_largest_and_a_quarter_more_in_steps(long needed, long asked) =>
        Assert.Equal(asked * Mebibyte, ResourcesAsked.For([Item(1, needed), Item(1, 0)], new ExecutorSettings()).MemoryBytes);

    private static JobItem Item(double? seconds, long mebibytes) =>
        new()
        {
            Target = "a",
            Fingerprint = "a",
            Settings = "a",
            Folder = "a",
            Checkpoints = "a",
            Report = "a",
            Upstream = new Dictionary<string, IReadOnlyDictionary<string, StoredFile>>(),
            Datasets = new Dictionary<string, VerifiedFolder>(),
            MemoryBytes = mebibytes * Mebibyte,
            Seconds = seconds,
        };
}
