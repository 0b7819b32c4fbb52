using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Research.Cli.Commands;
using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Engines;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;
using Research.Results.Tables;

namespace Research.Cli.Projects;

/// <summary>research challenge [K]: recomputes K stored targets with the store off.</summary>
internal sealed class ChallengeCommand : ITopLevelCommand
{
    public Command Create()
    {
        var count = new Argument<int>("k") { Description = "How many targets; 1 by default.", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong?>("--seed") { Description = "Draws the same targets again." };
        var longest = new Option<double>("--longest-seconds")
        {
            Description = "Leave out what took longer when it was made.",
            DefaultValueFactory = _ => double.PositiveInfinity,
        };
        var countersign = new Option<bool>("--countersign")
        {
            Description = "Publish a signed receipt of each (RESEARCH_REMOTE_CACHE, RESEARCH_SIGNING_KEY).",
        };
        return new ToolCommand(
            "challenge",
            "Recomputes stored targets with the store off and compares bit for bit.",
            ["research challenge 5", "research challenge 5 --countersign"]
        )
            .Taking(count, seed, longest, countersign)
            .RunningOnProject(
                (project, settings, parsed, cancellation) =>
                {
                    ulong drawn = parsed.GetValue(seed) ?? (ulong)Stopwatch.GetTimestamp() % 1_000_000;
                    (int wanted, double most) = (parsed.GetValue(count), parsed.GetValue(longest));
                    return Run(project, wanted, drawn, most, parsed.GetValue(countersign), settings, cancellation);
                }
            );
    }

    private static int Run(
        Project project,
        int count,
        ulong seed,
        double longestSeconds,
        bool countersign,
        RunSettings settings,
        CancellationToken cancellation
    )
    {
        if (count < 1)
        {
            throw new UsageException($"challenge {count}: at least 1 is needed.");
        }

        Plan plan = project.Plan("all");
        IReadOnlyList<Step> candidates = Challenge.Candidates(project, plan, longestSeconds);
        if (candidates.Count == 0)
        {
            string brief = double.IsPositiveInfinity(longestSeconds) ? "" : $" that took at most {longestSeconds} s";
            throw new ResearchException(
                FormattableString.Invariant($"The store holds no target of this source{brief} to challenge; run something first.")
            );
        }

        return Run(project, plan, candidates, count, seed, countersign, settings, cancellation);
    }

    /// <summary>Recomputes that many of the candidates, drawn by the seed.</summary>
    internal static int Run(
        Project project,
        Plan plan,
        IReadOnlyList<Step> candidates,
        int count,
        ulong seed,
        bool countersign,
        RunSettings settings,
        CancellationToken cancellation
    )
    {
        using var workers = WorkerProcess.Own();
        var challenge = new Challenge(project, workers, settings);
        ParallelLoop.Threads = settings.Jobs;
        IReadOnlyList<Step> drawn = Challenge.Draw(candidates, count, seed);
        drawn = WithInputs(project, workers, plan, drawn, settings, cancellation);
        int wrong = drawn.Count(step => !Passes(project, challenge, plan, step, countersign, cancellation));
        Terminal.Say(
            $"{drawn.Count - wrong} of {drawn.Count} challenged targets gave {Challenge.Passed("the stored bits")} (of {candidates.Count} stored; --seed {seed})"
        );
        return wrong == 0 ? ExitCodes.Well : ExitCodes.Drift;
    }

    // Features and generated recordings are not in every archive, and pruning takes them; recordings may be out of reach. What can be read by then is left.
    private static IReadOnlyList<Step> WithInputs(
        Project project,
        WorkerProcess workers,
        Plan plan,
        IReadOnlyList<Step> drawn,
        RunSettings settings,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<Target> lacking = Challenge.Lacking(project, plan, drawn);
        if (lacking.Count == 0)
        {
            return drawn;
        }

        Plan making = project.PlanFor(lacking);
        var engine = new Engine(project, workers, settings, new ConsoleObserver(Console.Error, making));
        IReadOnlyList<StepResult> results = engine.RunAsync(making, cancellation).GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        HashSet<string> missing = [.. results.Where(result => !result.IsWell).Select(result => result.Target)];
        Step[] left = [.. drawn.Where(step => !step.Target.Upstream.Any(missing.Contains))];
        if (left.Length == 0)
        {
            throw new ResearchException(
                $"What the drawn targets read cannot be had here: {RunSummary.Of(results)}. 'research cache import FILE --unchecked' takes an archive as it is."
            );
        }

        if (left.Length < drawn.Count)
        {
            Terminal.Say(
                $"{drawn.Count - left.Length} of {drawn.Count} drawn targets cannot be recomputed here: what they read cannot be had"
            );
        }

        return left;
    }

    private static bool Passes(
        Project project,
        Challenge challenge,
        Plan plan,
        Step step,
        bool countersign,
        CancellationToken cancellation
    )
    {
        Challenged challenged = challenge.RunAsync(plan, step, cancellation).GetAwaiter().GetResult();
        Terminal.Say($"{step.Target.Name}: {challenged.Difference ?? Challenge.Passed("the same bits")}");
        if (countersign && challenged.Made.Count > 0) // what differs is signed too: whoever verifies must see it
        {
            Receipt receipt = ReceiptOf(step, challenged);
            Terminal.Say(
                project.NeedRemote().Countersign(receipt) ? "  its receipt is published" : "  its receipt was published before"
            );
        }

        return challenged.Difference is null;
    }

    private static Receipt ReceiptOf(Step step, Challenged challenged) =>
        new()
        {
            Target = step.Target.Name,
            Fingerprint = step.Fingerprint!.Id,
            Outputs = [.. challenged.Made.Where(output => output.Path != Timings.File)],
            OperatingSystem = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            Engine = TensorEngine.Compiled,
            Device = challenged.Device,
            Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
}
