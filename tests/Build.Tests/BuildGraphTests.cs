using Cake.Frosting;
using Research.Build.Readme;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Tests;

namespace Research.Build.Tests;

public class BuildGraphTests
{
    private static readonly TaskCatalog Catalog = TaskCatalog.Of(typeof(Program).Assembly);

    [Fact]
    public void Every_experiment_and_every_study_has_a_task()
    {
        foreach (Study study in Studies.All)
        {
            Assert.Contains(study.Name, Catalog.Names);
            Assert.All(
                study.Experiments(Profile.Paper),
                experiment => Assert.Contains(experiment.Target, Catalog.DependenciesOf(study.Name))
            );
        }
    }

    [Fact]
    public void The_targets_that_the_README_names_are_there() =>
        Assert.All(["Reproduce", "Test", "Verify", "Accept", "Data", "Clean"], name => Assert.NotNull(Catalog.Find(name)));

    [Fact]
    public void What_a_target_depends_on_comes_before_it_and_once()
    {
        IReadOnlyList<string> order = Catalog.OrderOf("Verify");
        Assert.Equal(order.Distinct(), order);
        Assert.Equal(["Digits", "Reproduce", "Verify"], order.TakeLast(3));
    }

    [Fact]
    public async Task The_engine_runs_dependencies_first_and_with_exclusive_none()
    {
        var catalog = TaskCatalog.Of(typeof(First).Assembly);
        var started = new List<string>();
        var host = new CakeHost(catalog);
        await host.RunAsync(host.CreateContext(), "Second", exclusive: false, started.Add, _ => { });
        Assert.Equal(["First", "Second"], started);
        started.Clear();
        var alone = new CakeHost(catalog);
        await alone.RunAsync(alone.CreateContext(), "Second", exclusive: true, started.Add, _ => { });
        Assert.Equal(["Second"], started);
    }

    [Fact]
    public async Task A_task_that_fails_stops_the_run_with_its_reason()
    {
        var host = new CakeHost(TaskCatalog.Of(typeof(First).Assembly));
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() =>
            host.RunAsync(host.CreateContext(), "Failing", exclusive: false, _ => { }, _ => { })
        );
        Assert.Contains("asked to fail", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_in_the_README_are_those_of_the_snapshots()
    {
        string readme = File.ReadAllText(Path.Combine(RealData.Repository(), "README.md"));
        string anew = ResultsSection.Update(readme, Path.Combine(RealData.Repository(), "results"));
        Assert.Equal(anew, readme);
    }

    [Fact]
    public void A_README_without_a_results_section_is_refused() =>
        Assert.Throws<ResearchException>(() => ResultsSection.Update("# Nothing", "results"));

    [Theory]
    [InlineData("--target", "Nothing")]
    [InlineData("--jobs", "0")]
    [InlineData("--profile", "thesis")]
    [InlineData("--nothing", "x")]
    public async Task Wrong_usage_has_its_own_exit_code(string option, string value) =>
        Assert.Equal(2, await Program.Main([option, value]));

    [Theory]
    [InlineData("--tree")]
    [InlineData("--dryrun")]
    [InlineData("--help")]
    public async Task Looking_runs_nothing_and_is_well(string option) => Assert.Equal(0, await Program.Main([option]));
}

[TaskName("First")]
public sealed class First : FrostingTask<Cake.Core.ICakeContext>;

[TaskName("Second")]
[IsDependentOn(typeof(First))]
public sealed class Second : FrostingTask<Cake.Core.ICakeContext>;

[TaskName("Failing")]
public sealed class Failing : FrostingTask<Cake.Core.ICakeContext>
{
    public override void Run(Cake.Core.ICakeContext context) => throw new InvalidOperationException("asked to fail");
}
