using System.CommandLine;
using System.Diagnostics;
using Research.Cli.Commands;
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
        var options = new ProjectOptions();
        var bounds = new BoundOptions();
        var count = new Argument<int>("k") { Description = "How many targets; 1 by default.", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong?>("--seed") { Description = "Draws the same targets again." };
        var command = new ToolCommand(
            "challenge",
            "Recomputes stored targets with the store off and compares bit for bit.",
            "research challenge 5"
        )
        {
            count,
            seed,
        };
        options.AddTo(command);
        bounds.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    ExitCode.Of(() =>
                        Run(
                            options.Open(parsed),
                            parsed.GetValue(count),
                            parsed.GetValue(seed) ?? (ulong)Stopwatch.GetTimestamp() % 1_000_000,
                            bounds.SettingsOf(parsed),
                            cancellation
                        )
                    )
                )
        );
        return command;
    }

    private static int Run(Project opened, int count, ulong seed, RunSettings settings, CancellationToken cancellation)
    {
        using Project project = opened;
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

        Work.Threads = settings.Jobs;
        IReadOnlyList<Step> drawn = Challenge.Draw(candidates, count, seed);
        int wrong = drawn.Count(step => !Passes(challenge, plan, step, cancellation));
        Console.WriteLine(
            $"{drawn.Count - wrong} of {drawn.Count} challenged targets gave the stored bits (of {candidates.Count} stored; --seed {seed})"
        );
        return wrong == 0 ? ExitCodes.Well : ExitCodes.Drift;
    }

    private static bool Passes(Challenge challenge, Plan plan, Step step, CancellationToken cancellation)
    {
        string? difference = challenge.RunAsync(plan, step, cancellation).GetAwaiter().GetResult();
        Console.WriteLine($"{step.Target.Name}: {difference ?? "the same bits"}");
        return difference is null;
    }
}
