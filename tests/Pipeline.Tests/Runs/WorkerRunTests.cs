using Research.Numerics;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Runs;

public sealed class WorkerRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_worker_that_cannot_write_its_report_tells_it()
    {
        string blocked = Path.Combine(_folder, "no folder");
        File.WriteAllText(blocked, "");
        using var said = new StringWriter { NewLine = "\n" };
        var run = new WorkerRun(
            Spec(Path.Combine(blocked, "report.json")),
            new TargetGraph([]),
            device => device,
            new WorkerOutput(said),
            TestContext.Current.CancellationToken
        );
        Assert.False(run.Make());
        string[] lines = said.ToString().TrimEnd().Split('\n');
        Assert.Equal("started 0", lines[0]);
        string[] words = lines[1].Split(' ');
        Assert.Equal(["told", "0"], words[..2]);
        Assert.Equal("The program changed after the run was planned; run again.", WorkerReport.FromWord(words[2])!.Error);
    }

    [Fact]
    public void A_device_that_cannot_be_had_ends_a_job_in_its_own_sentence()
    {
        string report = Path.Combine(_folder, "report.json");
        using var said = new StringWriter();
        var run = new WorkerRun(
            Spec(report) with
            {
                Device = "cuda",
            },
            new TargetGraph([]),
            device => throw new ResearchException($"{device} was lost."),
            new WorkerOutput(said),
            TestContext.Current.CancellationToken
        );
        Assert.False(run.Make());
        Assert.Equal(("cuda was lost.", "cuda"), (WorkerReport.Find(report)!.Error, WorkerReport.Find(report)!.Device));
    }

    [Fact]
    public void What_the_device_is_stands_in_the_report()
    {
        string report = Path.Combine(_folder, "report.json");
        using var said = new StringWriter();
        var run = new WorkerRun(
            Spec(report),
            new TargetGraph([]),
            device => $"{device}: a card",
            new WorkerOutput(said),
            TestContext.Current.CancellationToken
        );
        run.Make();
        Assert.Equal("cpu: a card", WorkerReport.Find(report)!.Device);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half a word")]
    [InlineData("e30x")]
    public void What_is_no_report_is_none(string word) => Assert.Null(WorkerReport.FromWord(word));

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
}
