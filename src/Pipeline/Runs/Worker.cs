using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Research.Data;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>The process that makes one target: "run --worker PLAN". It ends when its parent closes its input or dies.</summary>
public static class Worker
{
    public const string Option = "--worker";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The plan's path, if the arguments ask for a worker.</summary>
    public static string? PlanIn(string[] arguments) => arguments is ["run", Option, var plan] ? plan : null;

    public static int Run(string path)
    {
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true); // the parent decides
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no plan {path}; workers are started by the engine.");
            return ExitCodes.Usage;
        }

        using var stop = new CancellationTokenSource();
        FrozenPlan frozen = FrozenPlan.Load(path);
        Work.Threads = frozen.Threads;
        Watch(stop);
        try
        {
            Make(frozen, stop.Token);
            Report(frozen, null, false);
            return ExitCodes.Well;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Stopped;
        }
        catch (DataUnavailableException error)
        {
            Report(frozen, error.Message, true);
        }
        catch (Exception error) when (error is ResearchException or ArgumentException or IOException)
        {
            Report(frozen, error.Message, false);
        }
        catch (Exception error)
        {
            Report(frozen, error.ToString(), false); // a defect keeps its trace
        }

        return ExitCodes.Failure;
    }

    private static void Make(FrozenPlan frozen, CancellationToken stopped)
    {
        Target target = TargetGraph.Of(Catalogues.Load(frozen.Catalogue), Profiles.Of(frozen.Profile))[frozen.Target];
        Check(frozen, target);
        target.Make(WorkerBench.Of(frozen, Tell, stopped));
    }

    private static void Check(FrozenPlan frozen, Target target)
    {
        using var code = new OwnCode(frozen.Catalogue);
        var hashes = new FileHashes(null, paranoid: true);
        bool same = code.Files().All(file => frozen.Assemblies.GetValueOrDefault(Path.GetFileName(file)) == hashes.Of(file));
        if (!same || Fingerprinter.SettingsLeaf(target).Digest != frozen.Settings)
        {
            throw new ResearchException("The program changed after the run was planned; run again.");
        }
    }

    private static void Tell(double share) => Console.Out.WriteLine(share.ToString("F4", CultureInfo.InvariantCulture));

    private static void Report(FrozenPlan frozen, string? error, bool unavailable)
    {
        using var self = Process.GetCurrentProcess();
        new WorkerReport(error, unavailable, self.PeakWorkingSet64).Save(frozen.Report);
    }

    // A line of the input is a new number of threads; its end means: stop at the next opportunity, or at the end of the grace.
    private static void Watch(CancellationTokenSource stop)
    {
        var watcher = new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                if (int.TryParse(line, CultureInfo.InvariantCulture, out int threads) && threads > 0)
                {
                    Work.Threads = threads; // from the next parallel loop on; no result depends on it
                }
            }

            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            Thread.Sleep(Grace);
            Environment.Exit(ExitCodes.Stopped);
        })
        {
            IsBackground = true,
        };
        watcher.Start();
    }
}
