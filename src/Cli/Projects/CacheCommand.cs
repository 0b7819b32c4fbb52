using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Data;
using Research.Data.Store;
using Research.Pipeline;
using Research.Pipeline.Store;

namespace Research.Cli.Projects;

/// <summary>research cache status | prune | push | export | import | keygen | trust.</summary>
internal sealed class CacheCommand : ITopLevelCommand
{
    private static string Results => Path.Combine(StorePaths.Root, "results");

    public Command Create()
    {
        ToolCommand status = new ToolCommand("status", "How much the store of results holds.", ["research cache status"]).Doing(
            _ => Status()
        );
        var days = new Option<double>("--older-than")
        {
            Description = "Days since a result was made or restored.",
            DefaultValueFactory = _ => 30,
        };
        ToolCommand prune = new ToolCommand(
            "prune",
            "Forgets results that were not used for a while, and what no result names any more.",
            ["research cache prune --older-than 30"]
        )
            .Taking(days)
            .Doing(parsed => Prune(parsed.GetValue(days)));
        return new ToolCommand(
            "cache",
            "The store of results (RESEARCH_CACHE, or the user's cache folder), and the one that is shared by address.",
            ["research cache status", "research cache prune"]
        ).Taking(
            status,
            prune,
            CachePush.Command(),
            CacheArchives.Export(),
            CacheArchives.Import(),
            CacheKeys.Keygen(),
            CacheKeys.Trust()
        );
    }

    private static int Status()
    {
        Terminal.Say(Results);
        foreach ((string kind, int files, long bytes) in CachePruning.Status(Results))
        {
            Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{kind, -14}{files, 8} files {bytes / 1e6, 10:F1} MB"));
        }

        return ExitCodes.Well;
    }

    private static int Prune(double days)
    {
        if (!(days >= 0))
        {
            throw new UsageException($"--older-than {days}: at least 0 is needed.");
        }

        (int files, long bytes) = CachePruning.Prune(Results, TimeSpan.FromDays(days));
        Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{files} files, {bytes / 1e6:F1} MB, are gone"));
        return ExitCodes.Well;
    }
}
