namespace Research.SelfTests.Tests;

/// <summary>Five kills; docs/engine.md tells how to run more.</summary>
public class KillTestTests
{
    private static readonly Tool Tool = new(["dotnet", Path.Combine(AppContext.BaseDirectory, "research.dll")]);

    [Fact]
    public void Killed_runs_end_as_uninterrupted_ones()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "finds the workers in /proc");
        Assert.Empty(new KillTest(Tool, TextWriter.Null).Run(5, seed: 7));
    }
}
