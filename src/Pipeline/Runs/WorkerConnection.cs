using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Research.Pipeline.Runs;

/// <summary>A running worker: jobs and numbers of threads go in by its input, progress comes out by its output.</summary>
internal sealed class WorkerConnection : IDisposable
{
    private const int MostErrors = 10_000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    /// <summary>What build/program.sh sets for a short run, and is not for training.</summary>
    public static readonly string[] StartSwitches = ["DOTNET_TieredPGO", "DOTNET_gcConcurrent", "DOTNET_GCgen0size"];

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;

    private WorkerConnection(Process process)
    {
        _process = process;
        _reading = ReadErrorsAsync();
    }

    public bool IsAlive => !_process.HasExited;

    /// <param name="program">The program and its first arguments.</param>
    public static WorkerConnection Start(IReadOnlyList<string> program)
    {
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), "run", Worker.Option])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in StartSwitches)
        {
            start.Environment.Remove(name);
        }

        return new WorkerConnection(Process.Start(start)!);
    }

    /// <summary>Has the worker make a job, and listens until it is done or the worker ends.</summary>
    /// <param name="path">Where the job's specification lies.</param>
    public async Task<JobEnd> RunAsync(
        string path,
        JobSpec job,
        ThreadBudget budget,
        IJobObserver observer,
        CancellationToken cancellation
    )
    {
        using CancellationTokenRegistration stop = cancellation.Register(Stop);
        Send($"{Worker.JobWord} {path}");
        budget.Listen(job.Threads, threads => Send(Line(Worker.ThreadsWord, threads)));
        try
        {
            return await ListenAsync(job, observer);
        }
        finally
        {
            budget.Forget();
        }
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
    }

    private async Task<JobEnd> ListenAsync(JobSpec job, IJobObserver observer)
    {
        (int begun, long peak) = (0, 0);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            switch (words)
            {
                case [Worker.DoneWord]:
                    return new JobEnd(null, begun, peak);
                case [Worker.StartedWord, var item]:
                    begun++;
                    observer.Started(Number(item));
                    break;
                case [Worker.ProgressWord, var item, var share]:
                    observer.Progress(Number(item), double.Parse(share, CultureInfo.InvariantCulture));
                    break;
                case [Worker.EndedWord, var item] when WorkerReport.Find(job.Items[Number(item)].Report) is { } report:
                    peak = Math.Max(peak, report.PeakBytes);
                    observer.Ended(Number(item), report);
                    break;
                case [Worker.ToldWord, var item, var word] when WorkerReport.FromWord(word) is { } report:
                    observer.Ended(Number(item), report);
                    break;
                default:
                    break; // what a target printed
            }
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
        return new JobEnd(Died(_process.ExitCode, _errors.ToString()), begun, peak);
    }

    private void Send(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It is ending, or was asked to.
        }
    }

    // Closing its input asks it to stop; one that does not listen is ended.
    private void Stop()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It has ended already.
        }

        int id = _process.Id;
        _ = Task.Run(async () =>
        {
            await Task.Delay(Grace);
            Kill(id);
        });
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It has ended.
        }
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (_errors.Length < MostErrors)
            {
                _errors.AppendLine(line);
            }
        }
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static string Line(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");

    private static string Died(int code, string errors)
    {
        string how =
            code == 137 ? "was killed (exit code 137: often for want of memory; try a smaller --jobs or --memory)"
            : code > 128 ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {code - 128}")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}");
        return $"its worker {how} without a report.{(errors.Length > 0 ? "\n" + errors : "")}";
    }
}
