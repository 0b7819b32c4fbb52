using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Projects;
using Research.Pipeline;
using Research.Pipeline.Executors.Nodes;
using Research.Pipeline.Runs;

namespace Research.Cli;

/// <summary>The tool: features, data, and the targets of a project.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (Worker.IsAskedFor(args))
        {
            return Worker.Run(ChosenDevice.Take);
        }

        if (NodeWorker.IsAskedFor(args))
        {
            return NodeWorker.Run(args);
        }

        ParseResult parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // a path may start with @
        IReadOnlyList<string> errors = UsageErrors.Of(parsed);
        return errors.Count > 0 ? Usage(parsed, errors)
            : !ChosenDevice.Take(parsed, "research") ? ExitCodes.Failure
            : parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopPatience.Of(parsed) });
    }

    /// <summary>Every command.</summary>
    internal static RootCommand Root() => new ToolRoot();

    private static int Usage(ParseResult parsed, IReadOnlyList<string> errors)
    {
        foreach (string message in errors)
        {
            Terminal.Complain($"research: {message}");
        }

        string command = ToolRoot.PathOf(parsed.CommandResult.Command);
        Terminal.Complain($"See: research {command}{(command.Length > 0 ? " " : "")}--help");
        return ExitCodes.Usage;
    }
}
