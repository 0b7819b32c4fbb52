using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Makes each target in a process of its own.</summary>
/// <param name="program">The program and its first arguments; "run --worker PLAN" is added.</param>
public sealed class WorkerProcess(IReadOnlyList<string> program) : IExecutor
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    /// <summary>This same program.</summary>
    public static WorkerProcess Own() => new(OwnProgram());

    /// <summary>What starts this same program again.</summary>
    public static IReadOnlyList<string> OwnProgram()
    {
        string host = Environment.ProcessPath!;
        bool dotnet = Path.GetFileNameWithoutExtension(host) == "dotnet";
        return dotnet ? [host, Assembly.GetEntryAssembly()!.Location] : [host];
    }

    public async Task<WorkerReport> RunAsync(
        Target target,
        FrozenPlan frozen,
        Grant grant,
        Action<double> progress,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        string plan = frozen.Report + ".plan";
        frozen.Save(plan);
        using Process process = Start(plan);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        Task lines = ReadAsync(process.StandardOutput, progress);
        using CancellationTokenRegistration stop = cancellation.Register(() => Stop(process));
        grant.Listen(frozen.Threads, threads => Tell(process, threads));
        await process.WaitForExitAsync(CancellationToken.None);
        grant.Forget();
        await lines;
        cancellation.ThrowIfCancellationRequested();
        return WorkerReport.Find(frozen.Report) ?? new WorkerReport(Died(process.ExitCode, await errors), false, 0);
    }

    private Process Start(string plan)
    {
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), "run", Worker.Option, plan])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task ReadAsync(StreamReader output, Action<double> progress)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out double share))
            {
                progress(share);
            }
        }
    }

    private static void Tell(Process process, int threads)
    {
        try
        {
            process.StandardInput.WriteLine(threads.ToString(CultureInfo.InvariantCulture));
            process.StandardInput.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It is ending, or was asked to.
        }
    }

    // Closing its input asks it to stop; one that does not listen is ended.
    private static void Stop(Process process)
    {
        process.StandardInput.Close();
        _ = Task.Run(async () =>
        {
            await Task.Delay(Grace);
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has ended.
            }
        });
    }

    private static string Died(int code, string errors)
    {
        string how =
            code == 137 ? "was killed (exit code 137: often for want of memory; try a smaller --jobs or --memory)"
            : code > 128 ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {code - 128}")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}");
        return $"its worker {how} without a report.{(errors.Length > 0 ? "\n" + errors : "")}";
    }
}
