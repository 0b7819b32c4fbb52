namespace Research.SelfTests.Tests;

/// <summary>The mutations in their short form; docs/engine.md tells how to run the long one.</summary>
public class MutationTestTests
{
    private static readonly Tool Tool = new(["dotnet", Path.Combine(AppContext.BaseDirectory, "research.dll")]);

    [Fact]
    public void Every_kind_of_change_is_caught_or_is_neutral()
    {
        Assert.True(Mutations.Caught.Count >= 14 && Mutations.Neutral.Count >= 6);
        Assert.Empty(new MutationTest(Tool, TextWriter.Null, full: false).Run());
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
