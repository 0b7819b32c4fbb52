using System.CommandLine;
using Research.Cli.Commands;
using Research.Data;
using Research.Pipeline;
using Research.SelfTests;

namespace Research.Cli;

/// <summary>research selftest mutations | kill | random-graphs | scale | store | items: the engine against itself, in temporary folders.</summary>
internal sealed class SelfTestCommand : ITopLevelCommand
{
    public Command Create() =>
        new ToolCommand(
            "selftest",
            "Tries the engine against itself, in temporary folders.",
            ["research selftest mutations --short"]
        ).Taking(Mutations(), Kill(), RandomGraphs(), ScaleCommand(), StoreCommand(), ItemsCommand());

    private static ToolCommand Kill() =>
        Drawn(
            "kill",
            "Kills runs with SIGKILL at random moments; the tables must end as an uninterrupted run's.",
            new("--n") { Description = "How many kills.", DefaultValueFactory = _ => 100 },
            "Of the moments and the victims.",
            (kills, seed) => new KillTest(Tool.Own(), Console.Out).Run(kills, seed)
        );

    private static ToolCommand RandomGraphs() =>
        Drawn(
            "random-graphs",
            "Plans of random graphs must be what their runs do; one job must give what eight give.",
            new("--n") { Description = "How many graphs.", DefaultValueFactory = _ => 1000 },
            "Of the graphs.",
            (graphs, seed) => new RandomGraphs(Console.Out).Run(graphs, seed)
        );

    // A test that draws so many cases from a seed.
    private static ToolCommand Drawn(
        string name,
        string description,
        Option<int> count,
        string seedDescription,
        Func<int, ulong, IReadOnlyList<string>> test
    )
    {
        var seed = new Option<ulong>("--seed") { Description = seedDescription, DefaultValueFactory = _ => 1 };
        return new ToolCommand(name, description, [$"research selftest {name} --n 20"])
            .Taking(count, seed)
            .Doing(parsed => Close(test(parsed.GetValue(count), parsed.GetValue(seed)), name));
    }

    private static ToolCommand ScaleCommand()
    {
        var targets = new Option<int>("--targets") { Description = "How many targets.", DefaultValueFactory = _ => 2001 };
        var folder = new Option<string?>("--folder")
        {
            Description = "A folder that an earlier call has prepared: plan there, and prepare nothing.",
        };
        return new ToolCommand(
            "scale",
            "How long it takes to plan many targets that are up to date.",
            ["research selftest scale --targets 501"]
        )
            .Taking(targets, folder)
            .Doing(parsed => TimePlan(parsed.GetValue(targets), parsed.GetValue(folder)));
    }

    private static ToolCommand StoreCommand()
    {
        var entries = new Option<int>("--entries") { Description = "How many results.", DefaultValueFactory = _ => 10_000 };
        return new ToolCommand(
            "store",
            "How long a store with many results takes to find some, to count all and to prune; about 8 kB of disk each.",
            ["research selftest store --entries 100000"]
        )
            .Taking(entries)
            .Doing(parsed => TimeStore(parsed.GetValue(entries)));
    }

    private static ToolCommand ItemsCommand()
    {
        var items = new Option<int>("--items") { Description = "How many recordings.", DefaultValueFactory = _ => 10_000 };
        return new ToolCommand(
            "items",
            "How long many recordings take through a feature set in parts and a classifier, and how much memory; a worker is killed on the way. About 4 kB of disk each; on Linux.",
            ["research selftest items --items 100000"]
        )
            .Taking(items)
            .Doing(parsed =>
                Within(
                    parsed.GetValue(items),
                    100,
                    "--items",
                    (folder, count) =>
                        Close(new ItemScale(Tool.Own(), typeof(ManyItems), Console.Out).Run(folder, count), "items")
                )
            );
    }

    private static int TimeStore(int entries) =>
        Within(entries, 2, "--entries", (folder, count) => Close(new StoreScale(Console.Out).Run(folder, count), "store"));

    // In a folder that goes when it is over.
    private static int Within(int count, int least, string option, Func<string, int, int> test)
    {
        if (count < least)
        {
            throw new UsageException($"{option} {count}: at least {least} are needed.");
        }

        string folder = Directory.CreateTempSubdirectory("research-selftest-").FullName;
        try
        {
            return test(folder, count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int TimePlan(int targets, string? prepared)
    {
        if (prepared is not null)
        {
            Terminal.Say(Scale.Plan(prepared, targets));
            return ExitCodes.Well;
        }

        string fresh = Directory.CreateTempSubdirectory("research-selftest-").FullName;
        Scale.Prepare(fresh, targets);
        Terminal.Say($"prepared; now time: research selftest scale --targets {targets} --folder {fresh}");
        return ExitCodes.Well;
    }

    private static ToolCommand Mutations()
    {
        var shortForm = new Option<bool>("--short") { Description = "Plans only: seconds instead of a minute or two." };
        return new ToolCommand(
            "mutations",
            "Every kind of change is made to a small workspace; each must be caught, or be neutral.",
            ["research selftest mutations --short"]
        )
            .Taking(shortForm)
            .Doing(parsed => Close(new MutationTest(Tool.Own(), Console.Out, !parsed.GetValue(shortForm)).Run(), "mutations"));
    }

    private static int Close(IReadOnlyList<string> failures, string name)
    {
        foreach (string failure in failures.Take(20))
        {
            Terminal.Say($"FAILED: {failure}");
        }

        Terminal.Say(failures.Count == 0 ? $"selftest {name}: all well" : $"selftest {name}: {failures.Count} FAILED");
        return failures.Count == 0 ? ExitCodes.Well : ExitCodes.Failure;
    }
}
