using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Research.Numerics;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>The process that makes jobs: "run --worker". It takes them from its input, and ends when its parent closes that or dies.</summary>
public static class Worker
{
    public const string Option = "--worker";

    internal const string JobWord = "job";
    internal const string ThreadsWord = "threads";
    internal const string StartedWord = "started";
    internal const string ProgressWord = "progress";
    internal const string EndedWord = "ended";
    internal const string ToldWord = "told";
    internal const string DoneWord = "done";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Whether the arguments ask for a worker.</summary>
    public static bool IsAskedFor(string[] arguments) => arguments is ["run", Option];

    /// <param name="takeDevice">Has this process compute on the device of that name, and says which it is.</param>
    public static int Run(Func<string, string> takeDevice)
    {
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true); // the parent decides
        using var stop = new CancellationTokenSource();
        using var jobs = new BlockingCollection<string>();
        Listen(jobs, stop);
        var output = new WorkerOutput(Console.Out);
        var graphs = new WorkerGraphs();
        try
        {
            foreach (string path in jobs.GetConsumingEnumerable(stop.Token))
            {
                JobSpec job = JobSpec.Load(path);
                ParallelLoop.Threads = job.Threads;
                TargetGraph graph = graphs.Of(job.Catalogue, job.Profile, job.Assemblies);
                bool well = new WorkerRun(job, graph, takeDevice, output, stop.Token).Make();
                output.Say(DoneWord);
                if (!well && job.Device != RunSettings.Cpu)
                {
                    return ExitCodes.Well; // a GPU that failed is open again in a process that is new
                }
            }

            return ExitCodes.Well;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Stopped;
        }
    }

    // A line of the input is a job or a new number of threads; its end means: stop at the next opportunity, or at the end of the grace.
    private static void Listen(BlockingCollection<string> jobs, CancellationTokenSource stop)
    {
        var listener = new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                if (line.StartsWith(JobWord + " ", StringComparison.Ordinal))
                {
                    jobs.Add(line[(JobWord.Length + 1)..]);
                }
                else if (
                    line.StartsWith(ThreadsWord + " ", StringComparison.Ordinal)
                    && int.TryParse(line[(ThreadsWord.Length + 1)..], CultureInfo.InvariantCulture, out int threads)
                    && threads > 0
                )
                {
                    ParallelLoop.Threads = threads; // from the next parallel loop on; no result depends on it
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
        listener.Start();
    }
}
