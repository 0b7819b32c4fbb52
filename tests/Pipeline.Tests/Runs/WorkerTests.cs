using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

/// <summary>Runs with real workers: this program, started again.</summary>
public sealed class WorkerTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly WorkerProcess _workers = new(["dotnet", typeof(WorkerTests).Assembly.Location]);

    public WorkerTests()
    {
        Directory.CreateDirectory(PathOf(""));
        Order("data.txt", "1");
    }

    public void Dispose()
    {
        _workers.Dispose();
        _project.Dispose();
    }

    [Fact]
    public void A_worker_that_is_killed_in_a_batch_keeps_what_was_finished_and_the_rest_is_made_by_another()
    {
        Assert.All(Run(1, "Tests.Obedience"), result => Assert.True(result.IsWell, result.Message)); // durations are known from here on
        Order("data.txt", "2");
        Order("die-3", "");
        IReadOnlyList<StepResult> results = Run(1, "Tests.Obedience");
        StepResult killed = results.Single(result => result.End == StepEnd.Failed);
        Assert.Equal("Tests.Obedience/3", killed.Target);
        Assert.Contains("its worker was killed", killed.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["Tests.Obedience/1", "Tests.Obedience/2", "Tests.Obedience/4", "Tests.Obedience/5", "Tests.Obedience/6"],
            Made(results)
        );
        Assert.Equal(["Tests.Obedience/3", "Tests.Obedience"], Made(Run(1, "Tests.Obedience")));
    }

    [Fact]
    public void A_worker_that_is_left_over_gets_the_threads_of_the_one_that_ended()
    {
        Assert.All(Run(2, "Tests.Patience"), result => Assert.True(result.IsWell, result.Message));
        string table = Path.Combine(_project.Artifacts, "quick", "Tests", "Patience", "threads.csv");
        Assert.Equal("threads\n2\n", File.ReadAllText(table));
    }

    [Fact]
    public void A_worker_whose_program_is_not_the_planned_one_makes_nothing()
    {
        using Project project = _project.Open(new TestCatalogue([Counting.Standard])); // the worker's catalogue has no such study
        StepResult failed = TemporaryProject
            .Run(project, project.Plan("Tests.Counting"), 1, executor: _workers)
            .First(result => result.End == StepEnd.Failed);
        Assert.Equal("The program changed after the run was planned; run again.", failed.Message);
    }

    private static IEnumerable<string> Made(IReadOnlyList<StepResult> results) =>
        results.Where(result => result.End == StepEnd.Made).Select(result => result.Target);

    private string PathOf(string file) => Path.Combine(_project.Folder, WorkerCatalogue.Orders, file);

    private void Order(string file, string text) => File.WriteAllText(PathOf(file), text);

    private IReadOnlyList<StepResult> Run(int jobs, string target)
    {
        using Project project = _project.Open(new WorkerCatalogue());
        return TemporaryProject.Run(project, project.Plan(target), jobs, executor: _workers);
    }
}
