using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.SelfTests;

/// <summary>A project of random nodes in a folder of its own, run with that many jobs.</summary>
internal sealed class Side(string folder, int jobs)
{
    private string Artifacts => Path.Combine(folder, "artifacts");

    private string Objects => Path.Combine(folder, "cache", "results", "objects");

    public Project Open(IReadOnlyList<Target> nodes) => Open(new TargetGraph(nodes));

    public Project Open(TargetGraph graph) =>
        new(
            new ProjectSettings
            {
                Root = Directory.CreateDirectory(folder).FullName,
                Catalogue = typeof(Side).Assembly.Location,
                Profile = Profile.Quick,
                Cache = Path.Combine(folder, "cache"),
                SharedStore = null,
                Remote = null,
                Artifacts = Artifacts,
                Warn = _ => { },
                Paranoid = false,
            },
            graph
        );

    /// <summary>Plans and runs; what the run does must be what the plan said, and what is published what the values say.</summary>
    public void RunAndCompare(
        IReadOnlyList<RandomNode> nodes,
        string[] asked,
        List<string> failures,
        Dictionary<StepState, int> states
    )
    {
        using Project project = Open(nodes);
        Plan plan = project.Plan(asked);
        IReadOnlyList<StepResult> results = Run(project, plan);
        foreach (StepResult result in results)
        {
            states[result.Step.State] = states.GetValueOrDefault(result.Step.State) + 1;
            if (!Agrees(plan, result, results))
            {
                failures.Add(
                    $"{jobs} jobs: {result.Target} was planned to {PlanText.Word(result.Step.State)} and {result.End}: {result.Message}"
                );
            }
        }

        Dictionary<string, string?> expected = Contents(nodes);
        foreach (
            RandomNode node in nodes.Where(node => node.Published && asked.Contains(node.Name) && expected[node.Name] is not null)
        )
        {
            if (ContentOf(node) != expected[node.Name])
            {
                failures.Add($"{jobs} jobs: {node.Name} holds {ContentOf(node)}, not {expected[node.Name]}");
            }
        }

        Plan again = project.Plan(asked.Where(name => expected[name] is not null));
        if (again.Needed.Any(step => step.State != StepState.UpToDate))
        {
            failures.Add(
                $"{jobs} jobs: a second run would do something: {string.Join(", ", again.Needed.Where(step => step.State != StepState.UpToDate).Select(step => $"{step.Target.Name} {step.Reason}"))}"
            );
        }
    }

    public IReadOnlyList<StepResult> Run(Project project, Plan plan)
    {
        var settings = new RunSettings
        {
            Jobs = jobs,
            MemoryBytes = 1L << 40,
            CheckpointInterval = TimeSpan.FromSeconds(10),
        };
        return new Engine(project, new InProcess(project.Graph), settings, new Silence())
            .RunAsync(plan, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }

    public string? ContentOf(RandomNode node)
    {
        string path = PathOf(node);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public void Harm(RandomNode node, double draw)
    {
        if (!File.Exists(PathOf(node)))
        {
            return;
        }

        if (draw < 0.1)
        {
            File.Delete(PathOf(node));
        }
        else if (draw < 0.2)
        {
            File.WriteAllText(PathOf(node), "edited");
        }
        else if (draw < 0.25)
        {
            Directory.Delete(Path.GetDirectoryName(PathOf(node))!, recursive: true);
        }
    }

    public void CutAnObject(double which)
    {
        string[] objects = Directory.Exists(Objects)
            ? [.. Directory.GetFiles(Objects, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
        if (objects.Length > 0)
        {
            string path = objects[(int)(which * objects.Length)];
            File.SetAttributes(path, FileAttributes.Normal);
            File.WriteAllText(path, "cut");
        }
    }

    private string PathOf(RandomNode node) => Path.Combine(Artifacts, node.Name, RandomNode.File);

    // A step that is made ends made, unless it or something upstream is one that fails.
    private static bool Agrees(Plan plan, StepResult result, IReadOnlyList<StepResult> results) =>
        result.Step.State switch
        {
            StepState.UpToDate => result.End == StepEnd.UpToDate,
            StepState.Restore => result.End == StepEnd.Restored,
            StepState.Run
                when result.Step.Target is RandomNode node
                    && node.MoreSettings["fails"] == "yes"
                    && result.End == StepEnd.Failed => true,
            StepState.Run when result.End == StepEnd.Blocked => results.Any(other =>
                result.Step.Target.Upstream.Contains(other.Target) && !other.IsWell
            ),
            // Two nodes of one value and the same upstream are one fingerprint: the second finds what the first has made.
            StepState.Run => result.End is StepEnd.Made
                || (
                    result.End is StepEnd.Restored
                    && plan.Needed.Any(other => other != result.Step && other.Fingerprint?.Id == result.Step.Fingerprint!.Id)
                ),
            _ => false,
        };

    // Null for a node that fails, and for all below it.
    private static Dictionary<string, string?> Contents(IReadOnlyList<RandomNode> nodes)
    {
        var contents = new Dictionary<string, string?>();
        foreach (RandomNode node in nodes)
        {
            string?[] upstream = [.. node.Upstream.Select(name => contents[name])];
            bool fails = node.MoreSettings["fails"] == "yes" || upstream.Any(content => content is null);
            contents[node.Name] = fails ? null : RandomNode.ContentOf(node.Value, upstream!);
        }

        return contents;
    }

    private sealed class Silence : IRunObserver
    {
        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result) { }
    }
}
