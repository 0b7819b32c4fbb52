using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Closures;
using Research.Pipeline.Engines;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;

namespace Research.Pipeline;

/// <summary>Where a project lies and which of it is meant.</summary>
public sealed record ProjectSettings
{
    /// <summary>The checkout.</summary>
    public required string Root { get; init; }

    /// <summary>Path of the assembly that lists the studies.</summary>
    public required string Catalogue { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>The user's cache: verified datasets, results by fingerprint, remembered hashes.</summary>
    public required string Cache { get; init; }

    /// <summary>A second store; null for none.</summary>
    public required string? SharedStore { get; init; }

    /// <summary>Results that others sign; null for none.</summary>
    public required RemoteSettings? Remote { get; init; }

    /// <summary>Where targets publish.</summary>
    public required string Artifacts { get; init; }

    /// <summary>Trust no remembered hash.</summary>
    public required bool Paranoid { get; init; }

    /// <summary>Receives a line about what is wrong, and stops nothing.</summary>
    public required Action<string> Warn { get; init; }

    /// <summary>Results by fingerprint.</summary>
    public string Store => Path.Combine(Cache, "results");

    /// <summary>The user's cache, as the environment says, and artifacts/ in the checkout (artifacts/torchsharp/ with that engine).</summary>
    public static ProjectSettings Standard(string root, string catalogue, Profile profile, bool paranoid) =>
        new()
        {
            Root = root,
            Catalogue = catalogue,
            Profile = profile,
            Cache = StorePaths.Root,
            SharedStore = StorePaths.Shared,
            Remote = RemoteSettings.Standard(root),
            Artifacts = Path.Combine(root, TensorEngine.Artifacts),
            Paranoid = paranoid,
            Warn = line => Console.Error.WriteLine($"warning: {line}"),
        };
}

/// <summary>A checkout's graph of targets with its store and its workspace: plans come from here.</summary>
public sealed class Project : IDisposable
{
    private const long LargestText = 4 << 20;

    private static readonly string[] TableFiles = [".csv", ".tsv", ".txt"];

    private readonly Lazy<HttpClient> _http = new(() => new HttpClient { Timeout = Timeout.InfiniteTimeSpan });
    private readonly ClosureCache _closures;
    private readonly OwnCode _code;

    public Project(ProjectSettings settings, TargetGraph graph)
    {
        (Settings, Graph) = (settings, graph);
        PrivateFolder.Make(settings.Cache);
        Hashes = new FileHashes(Path.Combine(settings.Cache, "hashes.tsv"), settings.Paranoid);
        Hashes.Watched.Add(Checkout.LockFile(settings.Root));
        Hashes.Watched.Add(Checkout.LocalLockFile(settings.Root));
        Remote = settings.Remote is null ? null : new RemoteConnection(settings.Remote, settings.Warn);
        Store = new ResultStore(settings.Store, settings.SharedStore, Remote, Hashes, settings.Warn);
        Workspace = new Workspace(settings.Artifacts, settings.Profile, Hashes);
        Inputs = new DataInputs(
            settings.Root,
            Checkout.PinsOf(settings.Root),
            DatasetStore.In(settings.Cache, _http, Hashes),
            Hashes
        );
        _code = new OwnCode(settings.Catalogue);
        _closures = new ClosureCache(Path.Combine(settings.Store, "closures"), _code, Store.Members, Hashes);
        Fingerprinter = new Fingerprinter(Inputs, _code, _closures);
    }

    public ProjectSettings Settings { get; }

    public TargetGraph Graph { get; }

    public FileHashes Hashes { get; }

    public ResultStore Store { get; }

    /// <summary>Results that others sign; null where no place is named.</summary>
    public RemoteConnection? Remote { get; }

    public Workspace Workspace { get; }

    public DataInputs Inputs { get; }

    public Fingerprinter Fingerprinter { get; }

    /// <summary>Opens the project of a catalogue.</summary>
    public static Project Open(ProjectSettings settings) =>
        new(settings, TargetGraph.Of(Catalogues.Load(settings.Catalogue), settings.Profile));

    public void Dispose()
    {
        Store.Dispose();
        Hashes.Save();
        _closures.Dispose();
        _code.Dispose();
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    /// <summary>What a run would do for these names.</summary>
    public Plan Plan(params IEnumerable<string> asked) => PlanFor([.. asked.SelectMany(Graph.Resolve).Distinct()]);

    public Plan PlanFor(IReadOnlyCollection<Target> targets) => Planner().Plan(targets);

    /// <summary>What a run would do for a target of a plan that is made of just these.</summary>
    internal Step StepOf(Plan plan, Step step, IEnumerable<string> left) => Planner().Of(plan, step, left);

    private Planner Planner() => new(Graph, Fingerprinter, Inputs, Store, Workspace);

    /// <summary>The remote store, for a command that needs one.</summary>
    /// <exception cref="ResearchException">None is named.</exception>
    public RemoteConnection NeedRemote() =>
        Remote
        ?? throw new ResearchException(
            $"No remote store is named; {StorePaths.RemoteVariable}=ADDRESS names one (docs/store.md)."
        );

    /// <summary>Seconds that the target took when it was last made; null where that is not known.</summary>
    public double? SecondsOf(Target target) => LastManifest(target)?.Seconds;

    /// <summary>What the target declares, or what it needed last time where that is more.</summary>
    public long MemoryOf(Target target) => Math.Max(target.MemoryBytes, LastManifest(target)?.PeakBytes ?? 0);

    /// <summary>Paths of our assemblies.</summary>
    internal IReadOnlyList<string> OwnFiles => _code.Files();

    /// <summary>Keeps the texts that a step's target is made from, so that a later question why can name the row that changed.</summary>
    internal void KeepTexts(Step step)
    {
        IReadOnlyDictionary<string, Func<byte[]>> texts = step.Target.Texts;
        foreach ((string part, string digest) in step.Fingerprint!["data"].Parts)
        {
            if (texts.TryGetValue(part, out Func<byte[]>? text))
            {
                Keep(digest, text);
            }
            else if (
                TableFiles.Contains(Path.GetExtension(part))
                && new FileInfo(Path.Combine(Settings.Root, part)) is { Exists: true, Length: < LargestText } file
            )
            {
                Keep(digest, () => File.ReadAllBytes(file.FullName));
            }
        }
    }

    private void Keep(string digest, Func<byte[]> text)
    {
        try
        {
            Store.Texts.Keep(digest, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then why tells that it changed, and not in which row.
        }
    }

    private Manifest? LastManifest(Target target) => Workspace.LastOf(target) is { } last ? Store.Peek(last) : null;
}
