using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline.Engines;

namespace Research.Cli.Tests.Commands;

public class EngineOptionTests
{
    private static readonly string Other = TensorEngine.Names.Single(name => name != TensorEngine.Compiled);

    [Fact]
    public void The_engine_of_the_program_may_be_named_with_any_command() =>
        Assert.Empty(Errors("plan", "--engine", TensorEngine.Compiled));

    [Fact]
    public void The_other_engine_is_refused_with_what_compiles_it()
    {
        string error = Assert.Single(Errors("plan", "--engine", Other));
        Assert.Contains(
            $"--engine {Other}: this program has the engine {TensorEngine.Compiled}",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("./research.sh", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_that_nobody_knows_is_refused_with_those_that_there_are() =>
        Assert.Contains("portable, torchsharp", Assert.Single(Errors("plan", "--engine", "jax")), StringComparison.Ordinal);

    private static IReadOnlyList<string> Errors(params string[] arguments) => UsageErrors.Of(new ToolRoot().Parse(arguments));
}
