using System.Text.RegularExpressions;
using Cake.Core;
using Cake.Frosting;
using Research.Build.Display;
using Research.Build.Runs;
using Research.Build.Tasks;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Claims;
using Research.Results.Snapshots;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Build.Tests;

public class BuildGraphTests
{
    private static readonly TaskCatalog Catalog = Program.Tasks();

    [Fact]
    public void The_targets_that_the_documentation_names_are_there()
    {
        string[] texts = [.. ((string[])["README.md", "docs/tour.md", "docs/engine.md", "docs/report.md"]).Select(Text)];
        string[] named =
        [
            .. Regex.Matches(string.Concat(texts), @"--target ([A-Za-z.]+)").Select(match => match.Groups[1].Value).Distinct(),
        ];
        Assert.Superset(new HashSet<string> { "Test", "Verify", "Accept", "Data", "Readme", "Site" }, named.ToHashSet());
        Assert.All(named, name => Assert.NotNull(Catalog.Find(name)));
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(RealData.Repository(), path));

    [Fact]
    public void The_exit_code_tells_failure_before_drift_before_missing_data()
    {
        using Project project = NewProject();
        BuildContext context = NewContext(project);
        Assert.Equal(ExitCodes.Well, context.Code);
        context.Take(End(StepEnd.Unavailable));
        Assert.Equal(ExitCodes.Unavailable, context.Code);
        context.Failures.Add(("Verify", "no experiment ran"));
        Assert.Equal(ExitCodes.Unavailable, context.Code); // nothing could run: the missing data are the reason
        context.Published.Add(Tables());
        Assert.Equal(ExitCodes.Failure, context.Code);
        context.Failures.Clear();
        context.Drifts.Add(("Digits.GmmHmm", new Drift("summary", "row 1")));
        Assert.Equal(ExitCodes.Drift, context.Code);
        context.Take(End(StepEnd.Stopped));
        Assert.Equal(ExitCodes.Stopped, context.Code);
    }

    [Fact]
    public void A_verification_or_an_acceptance_of_nothing_fails()
    {
        using Project project = NewProject();
        BuildContext context = NewContext(project);
        new Verify().Run(context);
        new Accept().Run(context);
        Assert.Equal(["Verify", "Accept"], context.Failures.Select(failure => failure.Target));
    }

    [Fact]
    public void A_table_that_differs_from_its_snapshot_is_a_drift()
    {
        using Project project = NewProject();
        BuildContext context = NewContext(project);
        Directory.CreateDirectory(context.Project.Workspace.PathOf(Tables())); // no table, where the snapshot has some
        context.Published.Add(Tables());
        new Verify().Run(context);
        Assert.Contains(context.Drifts, item => item.Target == "Digits.GmmHmm" && item.Drift.Table == "summary");
        Assert.Equal(ExitCodes.Drift, context.Code);
    }

    [Fact]
    public void What_a_target_depends_on_comes_before_it_and_once()
    {
        IReadOnlyList<string> order = Catalog.OrderOf("Verify");
        Assert.Equal(order.Distinct(), order);
        Assert.Equal(["Synthetic", "Reproduce", "Verify"], order.TakeLast(3));
    }

    [Fact]
    public async Task The_engine_runs_dependencies_first_and_with_exclusive_none()
    {
        var catalog = new TaskCatalog(TaskClasses.In(typeof(First).Assembly));
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
        var host = new CakeHost(new TaskCatalog(TaskClasses.In(typeof(First).Assembly)));
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() =>
            host.RunAsync(host.CreateContext(), "Failing", exclusive: false, _ => { }, _ => { })
        );
        Assert.Contains("asked to fail", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target", "Nothing")]
    [InlineData("--jobs", "0")]
    [InlineData("--profile", "thesis")]
    [InlineData("--nothing", "x")]
    public async Task Wrong_usage_has_its_own_exit_code(string option, string value) =>
        Assert.Equal(2, await Program.Main([option, value]));

    // A workspace that no run has touched.
    private static Project NewProject()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        return Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, Profile.Quick, paranoid: false) with
            {
                Cache = Path.Combine(folder, "cache"),
                Artifacts = Path.Combine(folder, "artifacts"),
            }
        );
    }

    private static BuildContext NewContext(Project project) => Contexts.Of(project, "Verify");

    private static TablesTarget Tables() =>
        new(Studies.All[0], Studies.All[0].Experiment("GmmHmm", Profile.Quick), [], Profile.Quick);

    private static StepResult End(StepEnd end) => new(new Step(Tables(), null, StepState.Run, ""), end, "a reason", 0);

    [Theory]
    [InlineData("--tree")]
    [InlineData("--dryrun")]
    [InlineData("--help")]
    public async Task Looking_runs_nothing_and_is_well(string option) => Assert.Equal(0, await Program.Main([option]));
}

[TaskName("First")]
internal sealed class First : FrostingTask<Cake.Core.ICakeContext>;

[TaskName("Second")]
[IsDependentOn(typeof(First))]
internal sealed class Second : FrostingTask<Cake.Core.ICakeContext>;

[TaskName("Failing")]
internal sealed class Failing : FrostingTask<Cake.Core.ICakeContext>
{
    public override void Run(Cake.Core.ICakeContext context) => throw new InvalidOperationException("asked to fail");
}
