using Research.Cli.Projects;

namespace Research.Cli.Tests.Projects;

public class StopPatienceTests
{
    [Theory]
    [InlineData("run Digits.Pca", 15)]
    [InlineData("plan all", 15)]
    [InlineData("run Digits.Pca --executor local", 15)]
    [InlineData("run Digits.Pca --executor slurm", 100)]
    public void Who_may_have_to_cancel_jobs_of_a_cluster_gets_more_time(string line, int seconds) =>
        Assert.Equal(seconds, StopPatience.Of(Program.Root().Parse(line)).TotalSeconds);
}
