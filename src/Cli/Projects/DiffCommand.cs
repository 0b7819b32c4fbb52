using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Compare;
using Research.Pipeline.Fingerprints;

namespace Research.Cli.Projects;

/// <summary>research diff A B: every changed cell of every table, and what caused it.</summary>
internal sealed class DiffCommand : ITopLevelCommand
{
    public Command Create()
    {
        var old = new Argument<string>("a") { Description = "A git revision, or a folder of results." };
        var now = new Argument<string>("b") { Description = "Another." };
        return new ToolCommand(
            "diff",
            "Prints every changed cell between two revisions of results/ or two folders, and the leaf that caused it.",
            ["research diff HEAD~1 HEAD", "research diff results/paper artifacts/paper"]
        )
            .Taking(old, now)
            .Doing(parsed => Run(parsed.GetValue(old)!, parsed.GetValue(now)!));
    }

    private static int Run(string a, string b)
    {
        string root = Directory.Exists(a) && Directory.Exists(b) ? "" : Checkout.Here();
        (ResultTree old, ResultTree now) = (ResultTree.Of(a, root), ResultTree.Of(b, root));
        IReadOnlyList<CellChange> changes = TableDiff.Of(old, now);
        foreach (IGrouping<string, CellChange> folder in changes.GroupBy(change => Path.GetDirectoryName(change.Table)!))
        {
            foreach (CellChange change in folder)
            {
                Terminal.Say(change.ToString());
            }

            Explain(Causes.Of(folder.First().Table, old, now));
        }

        Terminal.Say($"{changes.Count} changes in {changes.Select(change => change.Table).Distinct().Count()} tables");
        return changes.Count == 0 ? ExitCodes.Well : ExitCodes.Drift;
    }

    private static void Explain(IReadOnlyList<LeafChange>? causes)
    {
        if (causes is null or [])
        {
            Terminal.Say(causes is null ? "  cause: not known, a run record is missing" : "  cause: none in the run records");
            return;
        }

        foreach (LeafChange cause in causes)
        {
            Terminal.Say($"  cause: {cause}");
        }
    }
}
