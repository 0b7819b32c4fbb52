using Research.Cli.Projects;
using Research.Data;
using Research.Pipeline.Executors;

namespace Research.Cli.Tests.Projects;

/// <summary>What the options of an executor do not go with.</summary>
public class ExecutorOptionsTests
{
    [Fact]
    public void A_GPU_here_is_refused_where_other_machines_compute()
    {
        string message = Assert
            .Throws<UsageException>(() => ExecutorOptions.OnCpu(Settings(ExecutorSettings.Slurm), "cuda"))
            .Message;
        Assert.StartsWith("--device cuda: with --executor slurm the nodes compute on the CPU", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExecutorSettings.Local, "cuda")]
    [InlineData(ExecutorSettings.Slurm, "cpu")]
    public void A_GPU_goes_with_this_machine_and_the_CPU_with_any(string executor, string device) =>
        Assert.Equal(executor, ExecutorOptions.OnCpu(Settings(executor), device).Executor);

    private static ExecutorSettings Settings(string executor) => new() { Executor = executor };
}
