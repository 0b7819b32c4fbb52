using Research.Data;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Planning;

/// <summary>Decides what a run has to do: fingerprints from upstream to downstream, then need from downstream to upstream.</summary>
public sealed class Planner(
    TargetGraph graph,
    Fingerprinter fingerprinter,
    DataInputs inputs,
    ResultStore store,
    Workspace workspace
)
{
    private const int Portion = 512; // targets whose settings are in memory together

    /// <param name="asked">Targets that must be up to date at the end.</param>
    public Plan Plan(IReadOnlyCollection<Target> asked)
    {
        Dictionary<string, (Fingerprint? Fingerprint, string? Missing)> taken = Fingerprints(asked);
        LookAhead(asked, taken);
        var steps = new Dictionary<string, Step>();
        foreach (Target target in asked)
        {
            Need(target, taken, steps);
        }

        return new Plan([
            .. graph.All.Select(target =>
                steps.GetValueOrDefault(target.Name)
                ?? new Step(target, taken.GetValueOrDefault(target.Name).Fingerprint, StepState.Unneeded, "not needed")
            ),
        ]);
    }

    /// <summary>The step of a target that leaves out what could not be made.</summary>
    /// <param name="plan">That the step is of.</param>
    /// <param name="left">Names of what it is to be made of.</param>
    public Step Of(Plan plan, Step step, IEnumerable<string> left) =>
        Decide(step.Target, fingerprinter.Of(step.Target, left.ToDictionary(name => name, name => plan[name].Fingerprint!.Id)));

    // Of what is asked for and all upstream of it: what nobody asks for is not read, hashed or looked up.
    private Dictionary<string, (Fingerprint? Fingerprint, string? Missing)> Fingerprints(IEnumerable<Target> asked)
    {
        var within = new HashSet<string>();
        var open = new Stack<Target>(asked);
        while (open.TryPop(out Target? target))
        {
            if (within.Add(target.Name))
            {
                foreach (string upstream in target.Upstream)
                {
                    open.Push(graph[upstream]);
                }
            }
        }

        var taken = new Dictionary<string, (Fingerprint?, string?)>(within.Count);
        foreach (Target[] portion in graph.All.Where(target => within.Contains(target.Name)).Chunk(Portion))
        {
            Lazy<Fingerprinter.ReadSettings>[] read = Read(portion);
            for (int i = 0; i < portion.Length; i++)
            {
                taken.Add(portion[i].Name, Take(portion[i], taken, read[i]));
            }
        }

        return taken;
    }

    // Settings of very many targets are read side by side; a few are not worth a thread. What cannot be read says so where it is asked for.
    private static Lazy<Fingerprinter.ReadSettings>[] Read(Target[] targets)
    {
        Lazy<Fingerprinter.ReadSettings>[] read =
        [
            .. targets.Select(target => new Lazy<Fingerprinter.ReadSettings>(() => Fingerprinter.Read(target))),
        ];
        if (targets.Length == Portion)
        {
            ParallelLoop.For(targets.Length, i => TryRead(read[i]));
        }

        return read;
    }

    private static void TryRead(Lazy<Fingerprinter.ReadSettings> settings)
    {
        try
        {
            _ = settings.Value;
        }
        catch (ResearchException)
        {
            // kept by the Lazy, and thrown again by Take
        }
    }

    // What others have of it is asked for many targets at once: first what is wanted, then what that would be made of.
    private void LookAhead(
        IReadOnlyCollection<Target> asked,
        Dictionary<string, (Fingerprint? Fingerprint, string? Missing)> taken
    )
    {
        var seen = new HashSet<string>();
        IReadOnlyCollection<Target> wave = store.HasOthers ? asked : [];
        while (wave.Count > 0)
        {
            Target[] lacking =
            [
                .. wave.Where(target => seen.Add(target.Name) && IsLacking(target, taken[target.Name].Fingerprint)),
            ];
            store.Fetch([.. lacking.Select(target => taken[target.Name].Fingerprint!.Id).Distinct()]);
            wave =
            [
                .. lacking
                    .Where(target => store.Find(taken[target.Name].Fingerprint!.Id) is null)
                    .SelectMany(target => target.Upstream)
                    .Select(name => graph[name]),
            ];
        }
    }

    private bool IsLacking(Target target, Fingerprint? fingerprint) =>
        fingerprint is not null
        && target is not DatasetTarget { IsInput: true }
        && !(target.Folder is not null && workspace.IsCurrent(target, fingerprint.Id))
        && store.Find(fingerprint.Id) is null;

    private (Fingerprint? Fingerprint, string? Missing) Take(
        Target target,
        Dictionary<string, (Fingerprint? Fingerprint, string? Missing)> taken,
        Lazy<Fingerprinter.ReadSettings> settings
    )
    {
        var upstream = new Dictionary<string, string>(target.Upstream.Count);
        foreach (string name in target.Upstream)
        {
            if (taken[name].Fingerprint is { } fingerprint)
            {
                upstream[name] = fingerprint.Id;
            }
            else if (!target.LeavesOutMissing)
            {
                return (null, taken[name].Missing);
            }
        }

        if (upstream.Count == 0 && target.Upstream.Count > 0)
        {
            return (null, taken[target.Upstream[0]].Missing);
        }

        try
        {
            return (fingerprinter.Of(target, upstream, settings.Value), null);
        }
        catch (DataUnavailableException error)
        {
            return (null, error.Message);
        }
        catch (ResearchException error)
        {
            throw new ResearchException($"{target.Name}: {error.Message}", error);
        }
    }

    private void Need(
        Target target,
        Dictionary<string, (Fingerprint? Fingerprint, string? Missing)> taken,
        Dictionary<string, Step> steps
    )
    {
        if (steps.ContainsKey(target.Name))
        {
            return;
        }

        (Fingerprint? fingerprint, string? missing) = taken[target.Name];
        Step step = fingerprint is null ? new Step(target, null, StepState.Unavailable, missing!) : Decide(target, fingerprint);
        steps.Add(target.Name, step);
        if (step.State == StepState.Run)
        {
            foreach (string upstream in target.Upstream)
            {
                Need(graph[upstream], taken, steps);
            }
        }
    }

    private Step Decide(Target target, Fingerprint fingerprint)
    {
        if (target is DatasetTarget { IsInput: true } input)
        {
            return Input(input, fingerprint);
        }

        if (target.Folder is null)
        {
            return store.Find(fingerprint.Id) is null
                ? Run(target, fingerprint)
                : new Step(target, fingerprint, StepState.UpToDate, "in the store");
        }

        if (workspace.IsCurrent(target, fingerprint.Id))
        {
            return new Step(target, fingerprint, StepState.UpToDate, "up to date");
        }

        if (store.Find(fingerprint.Id) is null)
        {
            return Run(target, fingerprint);
        }

        string last =
            workspace.LastOf(target) == fingerprint.Id ? "its files are missing or were edited" : "made before, now in the store";
        return new Step(target, fingerprint, StepState.Restore, last) { Changes = Changes(target, fingerprint) };
    }

    private Step Input(DatasetTarget target, Fingerprint fingerprint)
    {
        if (target.Dataset is FolderDataset)
        {
            return new Step(target, fingerprint, StepState.UpToDate, "the folder is there");
        }

        DatasetState state = inputs.Store.StateOf(inputs.Pins.Find(target.Dataset.Id));
        return state switch
        {
            DatasetState.Verified => new Step(target, fingerprint, StepState.UpToDate, "verified"),
            DatasetState.Missing => new Step(target, fingerprint, StepState.Run, "to be fetched"),
            _ => new Step(target, fingerprint, StepState.Run, "damaged, to be fetched again"),
        };
    }

    private Step Run(Target target, Fingerprint fingerprint)
    {
        if (store.IsDamaged(fingerprint.Id))
        {
            return new Step(target, fingerprint, StepState.Run, Step.DamagedReason) { WasDamaged = true };
        }

        IReadOnlyList<LeafChange> changes = Changes(target, fingerprint);
        string reason =
            workspace.LastOf(target) is not { } last ? "never made here"
            : last == fingerprint.Id ? "its result is no longer in the store"
            : changes.Count > 0 ? Words(changes)
            : "what it was made from is no longer known";
        return new Step(target, fingerprint, StepState.Run, reason) { Changes = changes };
    }

    private IReadOnlyList<LeafChange> Changes(Target target, Fingerprint fingerprint) =>
        workspace.LastOf(target) is { } last && last != fingerprint.Id && store.Leaves(last) is { } old
            ? fingerprint.Since(old)
            : [];

    private static string Words(IReadOnlyList<LeafChange> changes)
    {
        IEnumerable<string> leaves = changes
            .GroupBy(change => change.Leaf)
            .Select(group => $"{group.Key}: {group.First().Named}{(group.Count() > 1 ? $" and {group.Count() - 1} more" : "")}");
        return string.Join("; ", leaves);
    }
}
