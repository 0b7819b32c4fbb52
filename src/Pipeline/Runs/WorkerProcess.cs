using System.Collections.Concurrent;
using System.Reflection;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Runs;

/// <summary>Makes jobs in processes of their own, which take the next job when one is done, so that the start of a process is paid once.</summary>
/// <param name="program">The program and its first arguments; "run --worker" is added.</param>
public sealed class WorkerProcess(IReadOnlyList<string> program) : IExecutor, IDisposable
{
    // A worker that needed more than this gives its memory back by ending.
    private const long LargestToKeep = 1L << 30;

    private readonly ConcurrentBag<WorkerConnection> _idle = [];

    /// <summary>This same program.</summary>
    public static WorkerProcess Own() => new(OwnProgram());

    /// <summary>What starts this same program again.</summary>
    public static IReadOnlyList<string> OwnProgram()
    {
        string host = Environment.ProcessPath!;
        bool dotnet = Path.GetFileNameWithoutExtension(host) == "dotnet";
        return dotnet ? [host, CompilerOutput.Of(Assembly.GetEntryAssembly()!.Location)] : [host];
    }

    public async Task<string?> RunAsync(JobSpec job, ThreadBudget budget, IJobObserver observer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string path = job.Items[0].Report + ".job";
        job.Save(path);
        while (true)
        {
            (WorkerConnection worker, bool fresh) = Take();
            JobEnd end = await worker.RunAsync(path, job, budget, observer, cancellation);
            if (end is { Died: not null, Begun: 0 } && !fresh)
            {
                continue; // an idle worker had died before this job reached it
            }

            Keep(worker, end);
            cancellation.ThrowIfCancellationRequested();
            return end.Died;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out WorkerConnection? worker))
        {
            worker.Dispose();
        }
    }

    private (WorkerConnection Worker, bool Fresh) Take()
    {
        while (_idle.TryTake(out WorkerConnection? worker))
        {
            if (worker.IsAlive)
            {
                return (worker, false);
            }

            worker.Dispose();
        }

        return (WorkerConnection.Start(program), true);
    }

    private void Keep(WorkerConnection worker, JobEnd end)
    {
        if (end.Died is null && end.PeakBytes <= LargestToKeep && worker.IsAlive)
        {
            _idle.Add(worker);
        }
        else
        {
            worker.Dispose();
        }
    }
}

/// <summary>How a job ended in a worker.</summary>
/// <param name="Died">Why the worker ended before the job was done; null where it did not.</param>
/// <param name="Begun">Items that had begun.</param>
/// <param name="PeakBytes">Largest working set that was reported.</param>
internal sealed record JobEnd(string? Died, int Begun, long PeakBytes);
