using System.CommandLine;
using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Torch.Devices;

namespace Research.Runner;

/// <summary>The whole program of a study of your own: <c>return ResearchProgram.Run&lt;MyStudy&gt;(args);</c> is its Main.</summary>
/// <remarks>
/// Brings the tables of the study's experiments up to date, each in processes of this same program, compares them with the snapshots in results/, and writes the report.
/// Nothing may run before it: a worker process begins in the same Main. Every other look at the same results is the tool's: research why TARGET --catalogue ASSEMBLY.
/// </remarks>
public static class ResearchProgram
{
    // Workers get time to save their state after Ctrl+C or SIGTERM.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Does what the command line asks for.</summary>
    /// <typeparam name="TCatalogue">The only public class of the program's assembly that lists studies, such as one that inherits <see cref="OwnStudy"/>.</typeparam>
    /// <param name="args">The program's arguments; --help lists them.</param>
    /// <returns>0 all well, 1 failure, 2 wrong usage, 3 drift from the snapshots, 4 data unavailable, 130 stopped.</returns>
    public static int Run<TCatalogue>(string[] args)
        where TCatalogue : ICatalogue => Run(typeof(TCatalogue).Assembly.Location, args);

    private static int Run(string catalogue, string[] args)
    {
        if (Worker.IsAskedFor(args))
        {
            return Worker.Run(ComputeDevice.Take);
        }

        var options = new RunnerOptions();
        RootCommand root = options.Command();
        root.SetAction(
            (parsed, cancellation) => Task.FromResult(CodeOf(() => StudyRun.Of(catalogue, options.Of(parsed), cancellation)))
        );
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            Terminal.Complain($"{string.Join(" ", parsed.Errors.Select(error => error.Message).Distinct())} See: --help");
            return ExitCodes.Usage;
        }

        return parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
    }

    // A mistake of the user, or of the machine, is one sentence; a defect of ours keeps its trace.
    private static int CodeOf(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            Terminal.Complain(WriteFailure.Of(error) ?? error.Message);
            return error is UsageException ? ExitCodes.Usage
                : error is DataUnavailableException ? ExitCodes.Unavailable
                : ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            Terminal.Complain("stopped; finished targets are kept.");
            return ExitCodes.Stopped;
        }
    }
}
