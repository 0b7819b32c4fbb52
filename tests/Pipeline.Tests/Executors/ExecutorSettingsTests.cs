using Research.Data;
using Research.Pipeline.Executors;

namespace Research.Pipeline.Tests.Executors;

public sealed class ExecutorSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_checkout_without_the_file_computes_here() => Assert.Equal("local", ExecutorSettings.Of(_folder).Executor);

    [Fact]
    public void The_file_says_what_is_different()
    {
        Write(
            """{ "executor": "slurm", "partition": "short", "lines": ["module load dotnet"], /* of the group */ "jobs": 50 }"""
        );
        ExecutorSettings settings = ExecutorSettings.Of(_folder).Checked();
        Assert.Equal(("slurm", "short", 50, 1000), (settings.Executor, settings.Partition, settings.Jobs, settings.ArraySize));
        Assert.Equal(["module load dotnet"], settings.Lines);
    }

    [Theory]
    [InlineData("""{ "executer": "slurm" }""", "executer")]
    [InlineData("""{ "jobs": "many" }""", "jobs")]
    [InlineData("{", "docs/cluster.md")]
    public void A_malformed_file_is_refused_and_named(string text, string told)
    {
        Write(text);
        UsageException error = Assert.Throws<UsageException>(() => ExecutorSettings.Of(_folder));
        Assert.Contains(ExecutorSettings.File, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_executor_needs_its_three_commands() =>
        Assert.Throws<UsageException>(() =>
            new ExecutorSettings
            {
                Executor = "command",
                Submit = "x",
                Poll = "y",
            }.Checked()
        );

    [Fact]
    public void A_bound_of_nothing_is_refused_by_name() =>
        Assert.Contains(
            "jobs is 0",
            Assert.Throws<UsageException>(() => new ExecutorSettings { Jobs = 0 }.Checked()).Message,
            StringComparison.Ordinal
        );

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, ExecutorSettings.File), text);
}
