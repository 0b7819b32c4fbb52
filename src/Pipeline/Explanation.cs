using Research.Data.Locking;
using Research.Pipeline.Explanations;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline;

/// <summary>Why a target will be made, or why it was when it last was: each changed part of it and of what is upstream.</summary>
/// <param name="Target">The target, or one upstream of it.</param>
/// <param name="Words">What is the case with it.</param>
/// <param name="Changes">Changed parts; those of the upstream leaf are explained by entries of their own.</param>
public sealed record Explanation(string Target, string Words, IReadOnlyList<LeafChange> Changes)
{
    /// <summary>Entries for the target and for everything upstream of it that changed, nearest first.</summary>
    public static IReadOnlyList<Explanation> Of(Project project, Plan plan, Target target)
    {
        var found = new List<Explanation>();
        var seen = new HashSet<string>();
        Add(project, plan, target, found, seen);
        return found;
    }

    private static void Add(Project project, Plan plan, Target target, List<Explanation> found, HashSet<string> seen)
    {
        if (!seen.Add(target.Name) || Explain(project, plan[target.Name], found.Count == 0) is not { } explanation)
        {
            return;
        }

        found.Add(explanation);
        foreach (string upstream in explanation.Changes.Where(change => change.Leaf == "upstream").Select(change => change.Part))
        {
            if (project.Graph.Find(upstream) is { } next)
            {
                Add(project, plan, next, found, seen);
            }
        }
    }

    private static Explanation? Explain(Project project, Step step, bool asked)
    {
        if (step.Fingerprint is not { } now)
        {
            return new Explanation(step.Target.Name, $"cannot be made: {step.Reason}", []);
        }

        string? last = project.Workspace.LastOf(step.Target);
        if (last is null)
        {
            return new Explanation(step.Target.Name, "was never made here", []);
        }

        if (last != now.Id)
        {
            string fate = step.State switch
            {
                StepState.Restore => "will be restored, because it changed back",
                StepState.Run => "will be made, because it changed",
                _ => "has changed",
            };
            return Compare(project, step, now, last, fate);
        }

        string? before = project.Workspace.BeforeLastOf(step.Target);
        string state =
            step.State is StepState.Run or StepState.Restore ? $"nothing that it is made from changed; {step.Reason}"
            : Repaired(project, now) ? "is up to date; its stored result was damaged and was made again"
            : "is up to date";
        return before is not null && project.Store.Leaves(before) is not null
                ? Compare(project, step, now, before, $"{state}; when it was last made or restored, this had changed")
            : asked ? new Explanation(step.Target.Name, state, [])
            : null;
    }

    private static bool Repaired(Project project, Fingerprint now) =>
        project.Store.Peek(now.Id) is { } manifest && project.Store.WasDamaged(manifest);

    private static Explanation Compare(Project project, Step step, Fingerprint now, string old, string words) =>
        project.Store.Leaves(old) is { } leaves
            ? new Explanation(
                step.Target.Name,
                words,
                [.. Details(project, step, leaves, now).SelectMany(change => InFiles(project, change))]
            )
            : new Explanation(step.Target.Name, $"{words}; what it was made from before is no longer known", []);

    private static IReadOnlyList<LeafChange> Details(Project project, Step step, Fingerprint old, Fingerprint now)
    {
        project.KeepTexts(step); // those of today, which the old ones are compared with
        return new ChangeDetails(project.OwnFiles, project.Store.Members, project.Store.Texts).Of(old, now);
    }

    // A pinned dataset's digest tells that it changed; where the files of both versions are here, they tell what.
    private static IEnumerable<LeafChange> InFiles(Project project, LeafChange change)
    {
        yield return change;
        DatasetEntry? entry = project.Inputs.Pins.Datasets.FirstOrDefault(dataset => dataset.Id == change.Part);
        if (change.Leaf != "data" || entry is null || change.Old is null || change.New is null)
        {
            yield break;
        }

        IReadOnlyDictionary<string, string> before = FilesOf(project, entry with { Digest = change.Old });
        IReadOnlyDictionary<string, string> after = FilesOf(project, entry with { Digest = change.New });
        if (before.Count > 0 && after.Count > 0)
        {
            foreach (LeafChange file in new Leaf("data", after).Since(new Leaf("data", before)))
            {
                yield return file;
            }
        }
    }

    private static Dictionary<string, string> FilesOf(Project project, DatasetEntry entry)
    {
        string folder = project.Inputs.Store.FolderOf(entry);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(path => $"{entry.Id}/{Path.GetRelativePath(folder, path).Replace('\\', '/')}", project.Hashes.Of)
            : [];
    }
}
