using System.CommandLine;
using Research.Cli.Data;
using Research.Cli.Features;
using Research.Cli.Help;
using Research.Cli.Models;
using Research.Cli.Projects;
using Research.Pipeline;
using Research.Pipeline.Runs;

namespace Research.Cli;

/// <summary>The tool: features, data, and the targets of a project.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (Worker.IsAskedFor(args))
        {
            return Worker.Run();
        }

        ParseResult parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // a path may start with @
        return parsed.Errors.Count > 0 ? Usage(parsed) : parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Every command.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand(
            "Published studies of audio pattern recognition, re-run. Features of your own recordings, data, experiments."
        )
        {
            FeaturesCommand.Create(),
            DataCommand.Create(),
            RunCommand.Create(),
            PlanCommand.Create(),
            WhyCommand.Create(),
            DiffCommand.Create(),
            ChallengeCommand.Create(),
            CacheCommand.Create(),
            PredictCommand.Create(),
            ModelsCommand.Create(),
            SelfTestCommand.Create(),
            CompletionCommand.Create(),
        };
        HelpWithExamples.AddTo(root);
        return root;
    }

    private static int Usage(ParseResult parsed)
    {
        foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
        {
            Console.Error.WriteLine($"research: {message}");
        }

        string command = Examples.PathOf(parsed.CommandResult.Command);
        Console.Error.WriteLine($"See: research {command}{(command.Length > 0 ? " " : "")}--help");
        return ExitCodes.Usage;
    }
}
