namespace Research.SelfTests.Tests;

/// <summary>A small store; docs/engine.md tells how to run a large one.</summary>
public class StoreScaleTests
{
    [Fact]
    public void A_store_with_many_results_finds_counts_and_prunes_them()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            using var told = new StringWriter();
            Assert.Empty(new StoreScale(told).Run(folder, 301));
            Assert.Contains("the old half pruned", told.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
