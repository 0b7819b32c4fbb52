namespace Research.SelfTests.Tests;

/// <summary>A small plan; docs/engine.md tells how to run a large one.</summary>
public class ScaleTests
{
    [Fact]
    public void Many_targets_that_are_up_to_date_are_planned_as_such()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            Scale.Prepare(folder, 204);
            string said = Scale.Plan(folder, 204);
            Assert.StartsWith("204 targets fingerprinted, 1 asked for and up to date", said, StringComparison.Ordinal);
            Assert.Contains("every one looked up, 204 up to date", said, StringComparison.Ordinal);
        }
        finally
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            Directory.Delete(folder, recursive: true);
        }
    }
}
