using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Runs;

public sealed class WorkerProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("{\"Error\":")]
    public async Task A_worker_that_dies_with_half_a_report_has_died_without_one(string half)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the dying worker is a shell's");
        string report = Path.Combine(_folder, "report.json");
        using var workers = new WorkerProcess([
            "sh",
            "-c",
            $"read job; echo started 0; printf '%s' '{half}' > '{report}'; echo ended 0; kill -9 $$",
        ]);
        var heard = new Ear();
        string? died = await workers.RunAsync(Spec(report), new ThreadBudget(1), heard, TestContext.Current.CancellationToken);
        Assert.Contains("without a report", died, StringComparison.Ordinal);
        Assert.Equal(["started 0"], heard.Calls);
    }

    [Fact]
    public void A_saved_report_is_found_as_it_was_and_none_where_there_is_none()
    {
        string path = Path.Combine(_folder, "report.json");
        Assert.Null(WorkerReport.Find(path));
        var report = new WorkerReport("went wrong", true, 1.5, 7);
        report.Save(path);
        Assert.Equal(report, WorkerReport.Find(path));
        Assert.Equal(["report.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    private JobSpec Spec(string report) =>
        new()
        {
            Catalogue = "none",
            Profile = "quick",
            Root = _folder,
            Cache = _folder,
            Assemblies = new Dictionary<string, string>(),
            Threads = 1,
            CheckpointSeconds = 10,
            Items =
            [
                new JobItem
                {
                    Target = "none",
                    Fingerprint = "none",
                    Settings = "none",
                    Folder = _folder,
                    Checkpoints = _folder,
                    Report = report,
                    Upstream = new Dictionary<string, IReadOnlyDictionary<string, StoredFile>>(),
                    Datasets = new Dictionary<string, VerifiedFolder>(),
                },
            ],
        };

    private sealed class Ear : IJobObserver
    {
        public List<string> Calls { get; } = [];

        public void Started(int item) => Calls.Add($"started {item}");

        public void Progress(int item, double share) => Calls.Add($"progress {item}");

        public void Ended(int item, WorkerReport report) => Calls.Add($"ended {item}");
    }
}
