using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.SelfTests;

namespace Research.Cli;

/// <summary>research selftest mutations | kill | random-graphs | scale: the engine against itself, in temporary folders.</summary>
internal sealed class SelfTestCommand : ITopLevelCommand
{
    public Command Create() =>
        new ToolCommand(
            "selftest",
            "Tries the engine against itself, in temporary folders.",
            "research selftest mutations --short"
        )
        {
            Mutations(),
            Kill(),
            RandomGraphs(),
            ScaleCommand(),
        };

    private static Command Kill()
    {
        var kills = new Option<int>("--n") { Description = "How many kills.", DefaultValueFactory = _ => 100 };
        var seed = new Option<ulong>("--seed") { Description = "Of the moments and the victims.", DefaultValueFactory = _ => 1 };
        var command = new ToolCommand(
            "kill",
            "Kills runs with SIGKILL at random moments; the tables must end as an uninterrupted run's.",
            "research selftest kill --n 20"
        )
        {
            kills,
            seed,
        };
        command.SetAction(parsed =>
            ExitCode.Of(() =>
                Close(new KillTest(Tool.Own(), Console.Out).Run(parsed.GetValue(kills), parsed.GetValue(seed)), "kill")
            )
        );
        return command;
    }

    private static Command RandomGraphs()
    {
        var graphs = new Option<int>("--n") { Description = "How many graphs.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<ulong>("--seed") { Description = "Of the graphs.", DefaultValueFactory = _ => 1 };
        var command = new ToolCommand(
            "random-graphs",
            "Plans of random graphs must be what their runs do; one job must give what eight give.",
            "research selftest random-graphs --n 100"
        )
        {
            graphs,
            seed,
        };
        command.SetAction(parsed =>
            ExitCode.Of(() =>
                Close(new RandomGraphs(Console.Out).Run(parsed.GetValue(graphs), parsed.GetValue(seed)), "random-graphs")
            )
        );
        return command;
    }

    private static Command ScaleCommand()
    {
        var targets = new Option<int>("--targets") { Description = "How many targets.", DefaultValueFactory = _ => 2001 };
        var folder = new Option<string?>("--folder")
        {
            Description = "A folder that an earlier call has prepared: plan there, and prepare nothing.",
        };
        var command = new ToolCommand(
            "scale",
            "How long it takes to plan many targets that are up to date.",
            "research selftest scale --targets 501"
        )
        {
            targets,
            folder,
        };
        command.SetAction(parsed =>
            ExitCode.Of(() =>
            {
                int count = parsed.GetValue(targets);
                if (parsed.GetValue(folder) is { } prepared)
                {
                    Console.WriteLine(Scale.Plan(prepared, count));
                    return ExitCodes.Well;
                }

                string fresh = Directory.CreateTempSubdirectory("research-selftest-").FullName;
                Scale.Prepare(fresh, count);
                Console.WriteLine($"prepared; now time: research selftest scale --targets {count} --folder {fresh}");
                return ExitCodes.Well;
            })
        );
        return command;
    }

    private static Command Mutations()
    {
        var shortForm = new Option<bool>("--short") { Description = "Plans only: seconds instead of a minute or two." };
        var command = new ToolCommand(
            "mutations",
            "Every kind of change is made to a small workspace; each must be caught, or be neutral.",
            "research selftest mutations --short"
        )
        {
            shortForm,
        };
        command.SetAction(parsed =>
            ExitCode.Of(() => Close(new MutationTest(Tool.Own(), Console.Out, !parsed.GetValue(shortForm)).Run(), "mutations"))
        );
        return command;
    }

    private static int Close(IReadOnlyList<string> failures, string name)
    {
        foreach (string failure in failures.Take(20))
        {
            Console.WriteLine($"FAILED: {failure}");
        }

        Console.WriteLine(failures.Count == 0 ? $"selftest {name}: all well" : $"selftest {name}: {failures.Count} FAILED");
        return failures.Count == 0 ? ExitCodes.Well : ExitCodes.Failure;
    }
}
