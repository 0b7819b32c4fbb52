using System.Collections.Concurrent;
using Research.Data.Locking;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;
using Research.Results.Claims;
using Research.Tests;

namespace Research.Pipeline.Tests;

/// <summary>A project in a folder of its own, whose targets are made in this process.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public string Folder => _folder;

    public string Artifacts => Path.Combine(_folder, "artifacts");

    public string Cache => Path.Combine(_folder, "cache");

    public string? Shared { get; init; }

    public RemoteSettings? Remote { get; init; }

    public ConcurrentBag<string> Warnings { get; } = [];

    public static ClaimBook Claims { get; } =
        ClaimBook.Parse(
            "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\nc-1,d,s,e,s,m,v,test,n,,3,count\n"
        );

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    public Project Open(params IReadOnlyList<Experiment> experiments) => Open(new TestCatalogue(experiments));

    public Project Open(ICatalogue catalogue) =>
        new(
            new ProjectSettings
            {
                Root = _folder,
                Catalogue = typeof(TemporaryProject).Assembly.Location,
                Profile = Profile.Quick,
                Cache = Cache,
                SharedStore = Shared,
                Remote = Remote,
                Artifacts = Artifacts,
                Warn = Warnings.Add,
                Paranoid = false,
            },
            TargetGraph.Of(catalogue, Profile.Quick)
        );

    /// <summary>Plans and runs everything as a new process would.</summary>
    public IReadOnlyList<StepResult> Run(params IReadOnlyList<Experiment> experiments) => Run(new TestCatalogue(experiments));

    public IReadOnlyList<StepResult> Run(ICatalogue catalogue, int jobs = 2, CancellationToken cancellation = default)
    {
        using Project project = Open(catalogue);
        return Run(project, project.Plan("all"), jobs, cancellation: cancellation);
    }

    public static IReadOnlyList<StepResult> Run(
        Project project,
        Plan plan,
        int jobs = 2,
        IRunObserver? observer = null,
        long memory = 1L << 40,
        IExecutor? executor = null,
        CancellationToken cancellation = default
    )
    {
        var settings = new RunSettings
        {
            Jobs = jobs,
            MemoryBytes = memory,
            CheckpointInterval = TimeSpan.Zero,
        };
        return new Engine(project, executor ?? new InProcess(project.Graph), settings, observer ?? new Silence())
            .RunAsync(plan, cancellation)
            .GetAwaiter()
            .GetResult();
    }

    public string[] States(params IReadOnlyList<Experiment> experiments)
    {
        using Project project = Open(experiments);
        return [.. project.Plan("all").Needed.Select(step => $"{step.Target.Name} {PlanText.Word(step.State)}")];
    }

    private sealed class Silence : IRunObserver
    {
        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result) { }
    }
}

/// <summary>One study with those experiments.</summary>
internal sealed class TestCatalogue(IReadOnlyList<Experiment> experiments) : ICatalogue, IReported, IMoreTargets
{
    public bool HasSnapshots { get; init; }

    public Action<string, DatasetLock, string> Report => TestPages.Write;

    public IReadOnlyList<Study> Studies { get; } =
    [new Study("Tests", "Tests", TemporaryProject.Claims, [], _ => experiments) { Source = typeof(TestCatalogue) }];

    public IReadOnlyList<Target> Others(Profile profile) =>
        HasSnapshots ? [new SnapshotReportTarget(this, profile), new ReadmeTarget(TestPages.Section)] : [];
}

/// <summary>Pages that say which files there are.</summary>
internal static class TestPages
{
    public static void Write(string results, DatasetLock pins, string output) =>
        File.WriteAllText(Path.Combine(output, "REPORT.md"), $"{pins.Datasets.Count} pins\n{Section(results)}");

    public static string Section(string results) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(results, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(results, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );
}
