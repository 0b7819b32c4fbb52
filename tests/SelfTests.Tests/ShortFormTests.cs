namespace Research.SelfTests.Tests;

/// <summary>The self-tests in their short form; docs/engine.md tells how to run the long one.</summary>
public class ShortFormTests
{
    private static readonly Tool Tool = new(["dotnet", Path.Combine(AppContext.BaseDirectory, "research.dll")]);

    [Fact]
    public void Every_kind_of_change_is_caught_or_is_neutral()
    {
        Assert.True(Mutations.Caught.Count >= 14 && Mutations.Neutral.Count >= 6);
        Assert.Empty(new MutationTest(Tool, TextWriter.Null, full: false).Run());
    }

    [Fact]
    public void Killed_runs_end_as_uninterrupted_ones()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "finds the workers in /proc");
        Assert.Empty(new KillTest(Tool, TextWriter.Null).Run(5, seed: 7));
    }

    [Fact]
    public void Plans_of_random_graphs_are_what_their_runs_do() =>
        Assert.Empty(new RandomGraphs(TextWriter.Null).Run(25, seed: 7));

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

    // A self-test that cannot fail is none: a tool that plans nothing must be found out.
    [Fact]
    public void A_tool_that_sees_no_change_fails_the_mutations()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the blind tool is a shell's");
        string research = Path.Combine(AppContext.BaseDirectory, "research.dll");
        var blind = new Tool([
            "sh",
            "-c",
            $"if [ \"$1\" = plan ]; then echo '[]'; else exec dotnet '{research}' \"$@\"; fi",
            "sh",
        ]);
        IReadOnlyList<string> failures = new MutationTest(blind, TextWriter.Null, full: false).Run();
        Assert.True(failures.Count >= Mutations.Caught.Count, string.Join("\n", failures));
    }
}
