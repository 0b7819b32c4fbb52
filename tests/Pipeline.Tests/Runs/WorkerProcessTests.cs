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
        var worker = new WorkerProcess(["sh", "-c", $"printf '%s' '{half}' > '{report}'; kill -9 $$"]);
        WorkerReport result = await worker.RunAsync(
            null!,
            Frozen(report),
            new Grant(1),
            _ => { },
            TestContext.Current.CancellationToken
        );
        Assert.Contains("without a report", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_report_is_found_as_it_was_and_none_where_there_is_none()
    {
        string path = Path.Combine(_folder, "report.json");
        Assert.Null(WorkerReport.Find(path));
        var report = new WorkerReport("went wrong", true, 7);
        report.Save(path);
        Assert.Equal(report, WorkerReport.Find(path));
        Assert.Equal(["report.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    private FrozenPlan Frozen(string report) =>
        new()
        {
            Catalogue = "none",
            Profile = "quick",
            Root = _folder,
            Cache = _folder,
            Target = "none",
            Fingerprint = "none",
            Settings = "none",
            Assemblies = new Dictionary<string, string>(),
            Threads = 1,
            Folder = _folder,
            Checkpoints = _folder,
            CheckpointSeconds = 10,
            Upstream = new Dictionary<string, IReadOnlyDictionary<string, StoredFile>>(),
            Datasets = new Dictionary<string, VerifiedFolder>(),
            Report = report,
        };
}
