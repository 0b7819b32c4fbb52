using Research.Numerics;
using Research.Pipeline.Engines;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Recomputes stored targets with the store off, and compares bit for bit; numbers within a tolerance under an engine whose bits may change.</summary>
public sealed class Challenge(Project project, IExecutor executor, RunSettings settings)
{
    /// <summary>What a target that passes gave: as a rule bits, else numbers that are near.</summary>
    /// <param name="bits">In words.</param>
    public static string Passed(string bits) =>
        TensorEngine.GivesEqualBits ? bits : FormattableString.Invariant($"{bits}, or numbers within {NearOutputs.Tolerance}");

    /// <summary>Targets whose result the store holds, so that it can be challenged.</summary>
    /// <param name="longestSeconds">Those that took longer when they were made are left out.</param>
    public static IReadOnlyList<Step> Candidates(Project project, Plan plan, double longestSeconds = double.PositiveInfinity) =>
        [
            .. plan.Steps.Where(step =>
                step.Fingerprint is { } fingerprint
                && step.Target is not DatasetTarget { IsInput: true }
                && !step.Target.ReadsRunRecords
                && project.Store.Find(fingerprint.Id) is { } stored
                && stored.Seconds <= longestSeconds
                && CanBeMade(project, plan, step)
            ),
        ];

    /// <summary>What targets read and the store lacks: it is made, or fetched, before they are challenged.</summary>
    public static IReadOnlyList<Target> Lacking(Project project, Plan plan, IEnumerable<Step> steps) =>
        [
            .. steps
                .SelectMany(step => step.Target.Upstream)
                .Distinct()
                .Select(name => plan[name])
                .Where(upstream => Lacks(project, upstream))
                .Select(upstream => upstream.Target),
        ];

    private static bool Lacks(Project project, Step upstream) =>
        upstream.Target is DatasetTarget { IsInput: true }
        || upstream.Fingerprint is null
        || project.Store.Find(upstream.Fingerprint.Id) is null;

    // Of all that it reads, the recordings can be had.
    private static bool CanBeMade(Project project, Plan plan, Step step) =>
        step
            .Target.Upstream.Select(name => plan[name])
            .All(upstream =>
                upstream.State != StepState.Unavailable && (!Lacks(project, upstream) || CanBeMade(project, plan, upstream))
            );

    /// <summary>That many candidates, drawn by a seed.</summary>
    public static IReadOnlyList<Step> Draw(IReadOnlyList<Step> candidates, int count, ulong seed)
    {
        var left = new List<Step>(candidates);
        var drawn = new List<Step>();
        var rng = Rng.For(seed, "challenge");
        while (drawn.Count < count && left.Count > 0)
        {
            int i = rng.NextInt(left.Count);
            drawn.Add(left[i]);
            left.RemoveAt(i);
        }

        return drawn;
    }

    /// <summary>Makes a target again beside the store.</summary>
    /// <param name="differs">Receives each file that was made and differs, with where it lies until this returns.</param>
    public async Task<Challenged> RunAsync(Plan plan, Step step, Action<Output, string> differs, CancellationToken cancellation)
    {
        Manifest stored = project.Store.Find(step.Fingerprint!.Id)!;
        using Staging staging = project.Store.Stage();
        JobItem item = JobSpecs.Item(project, plan, step, staging.Path) with
        {
            Checkpoints = Path.Combine(staging.Path, "checkpoints"),
        };
        Directory.CreateDirectory(item.Folder);
        var last = new LastReport();
        JobSpec job = JobSpecs.Of(project, settings, settings.Jobs, [item]);
        string? died = await executor.RunAsync(job, new ThreadBudget(settings.Jobs), last, cancellation);
        if ((last.Report is null ? died ?? "it ended without a report" : last.Report.Error) is { } error)
        {
            return new Challenged([], $"could not be made again: {error}");
        }

        Output[] made = [.. Output.In(item.Folder)];
        string[] differing =
        [
            .. Differences
                .Between(made, stored.Outputs)
                .Where(path => TensorEngine.GivesEqualBits || !IsNear(stored, path, item.Folder)),
        ];
        foreach (Output output in made.Where(output => differing.Contains(output.Path)))
        {
            differs(output, Path.Combine(item.Folder, output.Path));
        }

        return new Challenged(made, differing.Length == 0 ? null : $"gave other bits: {string.Join(", ", differing)}")
        {
            Device = last.Report!.Device,
        };
    }

    private bool IsNear(Manifest stored, string path, string folder)
    {
        string made = Path.Combine(folder, path);
        Output? old = stored.Outputs.FirstOrDefault(output => output.Path == path);
        if (old is null || !File.Exists(made) || project.Store.Locate(old) is not { } file)
        {
            return false;
        }

        using Stream content = file.OpenRead();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return NearOutputs.AreNear(path, bytes.ToArray(), File.ReadAllBytes(made));
    }

    private sealed class LastReport : IJobObserver
    {
        public WorkerReport? Report { get; private set; }

        public void Started(int item) { }

        public void Progress(int item, double share) { }

        public void Ended(int item, WorkerReport report) => Report = report;
    }
}

/// <summary>What a challenge gave.</summary>
/// <param name="Made">The files that were made again; none where that failed.</param>
/// <param name="Difference">Null where every output is the same, or as near as the engine's bits allow; else what differs.</param>
public sealed record Challenged(IReadOnlyList<Output> Made, string? Difference)
{
    /// <summary>Where networks were computed.</summary>
    public string Device { get; init; } = RunSettings.Cpu;
}
