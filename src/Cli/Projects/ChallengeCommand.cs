using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Compare;
using Research.Pipeline.Engines;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;
using Research.Results.Tables;

namespace Research.Cli.Projects;

/// <summary>research challenge [K] [TARGET…]: recomputes stored targets with the store off: those that are named, or K that are drawn.</summary>
internal sealed class ChallengeCommand : ITopLevelCommand
{
    public Command Create()
    {
        var asked = new Argument<string[]>("k-or-targets")
        {
            Description =
                "How many targets, drawn from all; or names, such as Digits.Lstm/3: an experiment is its tables and its trials, features none. Both: so many, drawn from those.",
            Arity = ArgumentArity.ZeroOrMore,
        };
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
            [
                "research challenge 5",
                "research challenge Digits.Lstm --countersign",
                "research challenge 2 Digits.Lstm Digits.GmmHmm",
            ]
        )
            .Taking(asked.CompletesTargets(), seed, longest, countersign)
            .RunningOnProject(
                (project, settings, parsed, cancellation) =>
                {
                    ulong drawn = parsed.GetValue(seed) ?? (ulong)Stopwatch.GetTimestamp() % 1_000_000;
                    var wanted = ChallengeWish.Of(parsed.GetValue(asked)!);
                    return Run(
                        project,
                        wanted,
                        drawn,
                        parsed.GetValue(longest),
                        parsed.GetValue(countersign),
                        settings,
                        cancellation
                    );
                }
            );
    }

    private static int Run(
        Project project,
        ChallengeWish wish,
        ulong seed,
        double longestSeconds,
        bool countersign,
        RunSettings settings,
        CancellationToken cancellation
    )
    {
        Plan plan = wish.Targets.Count == 0 ? project.Plan("all") : project.PlanFor(wish.TargetsIn(project.Graph));
        IReadOnlyList<Step> candidates = wish.Among(Challenge.Candidates(project, plan, longestSeconds), project.Graph);
        if (candidates.Count == 0)
        {
            string brief = double.IsPositiveInfinity(longestSeconds) ? "" : $" that took at most {longestSeconds} s";
            throw new ResearchException(
                FormattableString.Invariant(
                    $"The store holds {wish.Nothing} of this source{brief} to challenge; run {(wish.Targets.Count == 0 ? "something" : "it")} first."
                )
            );
        }

        return Run(project, plan, candidates, wish.Count ?? candidates.Count, seed, countersign, settings, cancellation);
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
        Manifest stored = project.Store.Find(step.Fingerprint!.Id)!;
        var differing = new List<string>();
        Challenged challenged = challenge
            .RunAsync(
                plan,
                step,
                (output, file) => differing.AddRange(Told(project, stored, output, file, countersign)),
                cancellation
            )
            .GetAwaiter()
            .GetResult();
        Terminal.Say($"{step.Target.Name}: {challenged.Difference ?? Challenge.Passed("the same bits")}");
        foreach (string line in differing)
        {
            Terminal.Say($"  {line}");
        }

        bool agrees = !countersign || challenged.Made.Count == 0 || Countersigned(project, step, challenged);
        return agrees && challenged.Difference is null;
    }

    // What the store has of a file that came out differently, beside what came out; the latter is handed on with the receipt.
    private static IEnumerable<string> Told(Project project, Manifest stored, Output made, string file, bool countersign)
    {
        Output? known = stored.Outputs.FirstOrDefault(output => output.Path == made.Path);
        bool small = made.Size <= OutputDiff.MostBytes && known is not { Size: > OutputDiff.MostBytes };
        byte[]? here = known is null || !small ? null : project.Store.Locate(known)?.ReadAllBytes();
        IEnumerable<string> lines = OutputDiff.Of(known, made, here, small ? File.ReadAllBytes(file) : null);
        return countersign && small && WhyNotHandedOn(project, made, file) is { } why ? lines.Append(why) : lines;
    }

    // A place that takes nothing must not hide that the bits differ.
    private static string? WhyNotHandedOn(Project project, Output made, string file)
    {
        try
        {
            project.NeedRemote().PutContent(made, file);
            return null;
        }
        catch (ResearchException error)
        {
            return $"{made.Path} is not handed on: {error.Message}";
        }
    }

    // What differs is signed too: whoever verifies must see it.
    private static bool Countersigned(Project project, Step step, Challenged challenged)
    {
        try
        {
            bool published = project.NeedRemote().Countersign(ReceiptOf(step, challenged));
            Terminal.Say(published ? "  its receipt is published" : "  its receipt was published before");
            return true;
        }
        catch (ContradictionException contradiction)
        {
            Terminal.Say($"  ALARM: {contradiction.Message}");
            return false;
        }
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
