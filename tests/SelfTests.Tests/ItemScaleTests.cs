namespace Research.SelfTests.Tests;

/// <summary>Few recordings; docs/engine.md tells how to run many.</summary>
public class ItemScaleTests
{
    private static readonly Tool Tool = new(["dotnet", Path.Combine(AppContext.BaseDirectory, "research.dll")]);

    [Fact]
    public void Recordings_go_through_features_in_parts_and_a_killed_worker_costs_one_part()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "workers are found in /proc");
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            using var told = new StringWriter();
            Assert.Empty(new ItemScale(Tool, typeof(ManyItems), told).Run(folder, 200));
            Assert.Contains("20 parts", told.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
