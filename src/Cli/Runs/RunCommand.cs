using System.CommandLine;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Tables;

namespace Research.Cli.Runs;

/// <summary>research run TARGET: runs one experiment and prints its summary.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("target") { Description = "For example Digits.GmmHmm." };
        var profile = new Option<string>("--profile")
        {
            Description = "quick (generated data) or paper (the pinned recordings).",
            DefaultValueFactory = _ => "quick",
        };
        profile.AcceptOnlyFromAmong(Profiles.Names);
        var jobs = new Option<int>("--jobs")
        {
            Description = "Threads at most.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var command = new Command("run", "Runs one experiment, writes its tables under artifacts/, and prints its summary.")
        {
            target,
            profile,
            jobs,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    ExitCode.Of(() =>
                        Run(parsed.GetValue(target)!, Profiles.Of(parsed.GetValue(profile)!), parsed.GetValue(jobs), cancellation)
                    )
                )
        );
        return command;
    }

    private static int Run(string target, Profile profile, int jobs, CancellationToken cancellation)
    {
        Work.Threads = jobs >= 1 ? jobs : throw new UsageException($"--jobs {jobs}: at least 1 is needed.");
        (Study study, Experiment experiment) = Studies.Find(target, profile);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var room = new DatasetRoom(DatasetLock.Load(Checkout.LockFile(Checkout.Here())), DatasetStore.Standard(http));
        string artifacts = Path.Combine(Checkout.Here(), "artifacts");
        RunOutcome outcome = new Runner(room, artifacts)
            .RunAsync(study, experiment, profile, null, cancellation)
            .GetAwaiter()
            .GetResult();
        Console.WriteLine(MarkdownTable.Of([.. outcome.Summary.Columns.Select(column => column.Name)], outcome.Summary.Rows));
        Console.WriteLine($"Tables: {ResultFolder.PathOf(artifacts, profile, experiment)} ({outcome.Record.Seconds} s)");
        return ExitCodes.Well;
    }
}
