using System.CommandLine;
using Research.Cli.Commands;

namespace Research.Cli.Tests.Commands;

public class DeviceOptionTests
{
    [Fact]
    public void The_CPU_may_be_named() => Assert.Empty(Errors("plan", "--device", "cpu"));

    [Fact]
    public void A_GPU_is_refused_with_the_reason() =>
        Assert.Contains(
            "the engine portable has kernels for the CPU alone",
            Assert.Single(Errors("plan", "--device", "cuda")),
            StringComparison.Ordinal
        );

    private static IReadOnlyList<string> Errors(params string[] arguments) => UsageErrors.Of(new ToolRoot().Parse(arguments));
}
