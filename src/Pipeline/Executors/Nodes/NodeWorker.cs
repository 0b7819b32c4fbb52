using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Research.Numerics;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Executors.Nodes;

/// <summary>The process that makes one job of an exchange, wherever a scheduler starts it: "run --task PLACE WAVE INDEX".</summary>
/// <remarks>The wave is a text with the name of a job a line; texts are named by their SHA-256, so that nobody can give the worker another job than was submitted.</remarks>
public static class NodeWorker
{
    public const string Option = "--task";

    /// <summary>The scheduler asked it to end; states are saved. As shells have it for SIGTERM.</summary>
    private const int Ended = 143;

    /// <summary>Whether the arguments ask for one.</summary>
    public static bool IsAskedFor(string[] arguments) => arguments is ["run", Option, _, _, _];

    /// <returns>0 where every item has a record, whatever it says.</returns>
    public static int Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration terminated = OnSignal(PosixSignal.SIGTERM, stop);
        using PosixSignalRegistration interrupted = OnSignal(PosixSignal.SIGINT, stop);
        var log = new TaskLog(Console.Out);
        Console.SetOut(log);
        try
        {
            Make(arguments[2], arguments[3], int.Parse(arguments[4], CultureInfo.InvariantCulture), log, stop.Token);
            return ExitCodes.Well;
        }
        catch (OperationCanceledException)
        {
            return Ended;
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            Terminal.Complain($"research: {WriteFailure.Of(error) ?? error.Message}");
            return ExitCodes.Failure;
        }
    }

    private static void Make(string place, string wave, int index, TaskLog log, CancellationToken stopped)
    {
        var exchange = JobExchange.Open(place);
        string name = Encoding.ASCII.GetString(Wait(exchange, wave)).Split('\n')[index];
        var job = JobFile.Parse(Wait(exchange, name));
        ParallelLoop.Threads = job.Resources.Cores;
        string catalogue = File.Exists(job.Catalogue)
            ? job.Catalogue
            : Path.Combine(AppContext.BaseDirectory, Path.GetFileName(job.Catalogue));
        TargetGraph graph = new WorkerGraphs().Of(catalogue, job.Profile, job.Assemblies);
        using ScratchFolder scratch = ScratchFolder.Open();
        new NodeTask(name, job, exchange, scratch, graph, log, stopped).Make();
    }

    private static byte[] Wait(JobExchange exchange, string name) =>
        Late.Wait(() => exchange.FindNamed(name))
        ?? throw new ResearchException(
            $"{exchange.Name} has no job {name}, a minute after it was submitted. Does this machine see that place?"
        );

    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                stop.Cancel();
            }
        );
}
