using System.CommandLine;
using System.Diagnostics;
using Research.Cli.Commands;
using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Cli.Projects;

/// <summary>research challenge [K]: recomputes K stored targets with the store off.</summary>
internal sealed class ChallengeCommand : ITopLevelCommand
{
    public Command Create()
    {
        var count = new Argument<int>("k") { Description = "How many targets; 1 by default.", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong?>("--seed") { Description = "Draws the same targets again." };
        return new ToolCommand(
            "challenge",
            "Recomputes stored targets with the store off and compares bit for bit.",
            ["research challenge 5"]
        )
            .Taking(count, seed)
            .RunningOnProject(
                (project, settings, parsed, cancellation) =>
                {
                    ulong drawn = parsed.GetValue(seed) ?? (ulong)Stopwatch.GetTimestamp() % 1_000_000;
                    return Run(project, parsed.GetValue(count), drawn, settings, cancellation);
                }
            );
    }

    private static int Run(Project project, int count, ulong seed, RunSettings settings, CancellationToken cancellation)
    {
        if (count < 1)
        {
            throw new UsageException($"challenge {count}: at least 1 is needed.");
        }

        Plan plan = project.Plan("all");
        using var workers = WorkerProcess.Own();
        var challenge = new Challenge(project, workers, settings);
        IReadOnlyList<Step> candidates = challenge.Candidates(plan);
        if (candidates.Count == 0)
        {
            throw new ResearchException("The store holds no target of this source to challenge; run something first.");
        }

        ParallelLoop.Threads = settings.Jobs;
        IReadOnlyList<Step> drawn = Challenge.Draw(candidates, count, seed);
        int wrong = drawn.Count(step => !Passes(challenge, plan, step, cancellation));
        Terminal.Say(
            $"{drawn.Count - wrong} of {drawn.Count} challenged targets gave {Challenge.Passed("the stored bits")} (of {candidates.Count} stored; --seed {seed})"
        );
        return wrong == 0 ? ExitCodes.Well : ExitCodes.Drift;
    }

    private static bool Passes(Challenge challenge, Plan plan, Step step, CancellationToken cancellation)
    {
        string? difference = challenge.RunAsync(plan, step, cancellation).GetAwaiter().GetResult();
        Terminal.Say($"{step.Target.Name}: {difference ?? Challenge.Passed("the same bits")}");
        return difference is null;
    }
}
