using System.CommandLine;
using Research.Cli.Commands;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Compare;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Cli.Projects;

/// <summary>research verify TARGET…: which independent machines got the bits that are stored here.</summary>
internal sealed class VerifyCommand : ITopLevelCommand
{
    private const int MostNamed = 3;

    public Command Create()
    {
        Argument<string[]> targets = ProjectActions.Targets("target", "Such as Digits.GmmHmm, Digits, or all.");
        targets.Arity = ArgumentArity.OneOrMore;
        var write = new Option<bool>("--write")
        {
            Description =
                "Write what was found to receipts.csv of the committed results, where the report shows it beside the verdicts.",
        };
        return new ToolCommand(
            "verify",
            "Shows the receipts of other machines (research challenge --countersign) that confirm or contradict what is stored here.",
            ["research verify Digits.GmmHmm", "research verify all --profile paper --write"]
        )
            .Taking(targets, write)
            .DoingOnProject((project, parsed) => Verify(project, parsed.GetValue(targets)!, parsed.GetValue(write)));
    }

    private static int Verify(Project project, string[] targets, bool write)
    {
        IReadOnlyCollection<Target> asked = write
            ? new ChallengeWish(null, targets).TargetsIn(project.Graph)
            : [.. targets.SelectMany(project.Graph.Resolve)];
        Plan plan = project.PlanFor(asked);
        int contradicted = 0;
        int confirmed = 0;
        var table = new ResultTable("receipts", [.. ReceiptFile.Columns.Select(Column.Text)]);
        foreach (Step step in plan.Steps.Where(step => step.State is StepState.UpToDate or StepState.Restore))
        {
            if (step.Fingerprint is { } fingerprint && project.Store.Find(fingerprint.Id) is { } stored)
            {
                string tables = TablesOf(plan, step);
                (int same, int other) = Tell(
                    project,
                    step,
                    tables,
                    stored,
                    project.NeedRemote().ReceiptsOf(fingerprint.Id),
                    table
                );
                confirmed += same > 0 ? 1 : 0;
                contradicted += other > 0 ? 1 : 0;
            }
        }

        TellMissing([.. asked.Select(target => plan[target.Name])]);
        if (write)
        {
            string file = Path.Combine(project.Settings.Root, "results", project.Settings.Profile.Name(), ReceiptFile.Table);
            KeepOthers(file, plan, table);
            AtomicFile.Write(file, table.ToCsv());
            Terminal.Say($"{table.Rows.Count} receipts written to {Path.GetRelativePath(project.Settings.Root, file)}");
        }

        Terminal.Say(
            contradicted == 0
                ? $"{confirmed} targets are confirmed by a receipt; none is contradicted"
                : $"ALARM: {contradicted} targets are contradicted by a receipt; 'research challenge' tells which machine is wrong"
        );
        return contradicted == 0 ? ExitCodes.Well : ExitCodes.Drift;
    }

    // A receipt says nothing of what is not here.
    private static void TellMissing(Step[] asked)
    {
        string[] missing =
        [
            .. asked.Where(step => step.State is StepState.Run or StepState.Unavailable).Select(step => step.Target.Name),
        ];
        if (missing.Length > 0)
        {
            string more =
                missing.Length > MostNamed ? FormattableString.Invariant($" and {missing.Length - MostNamed} more") : "";
            Terminal.Say(
                $"not stored here, so not compared: {string.Join(", ", missing.Take(MostNamed))}{more}; 'research run' makes them or brings them"
            );
        }
    }

    // The tables that a training belongs to; a target of another kind stands for itself.
    private static string TablesOf(Plan plan, Step step) =>
        (step.Target is TrialTarget trial ? plan[trial.Experiment] : step).Fingerprint?.Id ?? "";

    // Receipts of what was not asked about stay in the file.
    private static void KeepOthers(string file, Plan plan, ResultTable table)
    {
        if (!File.Exists(file) || CsvTable.Load(file) is not { } before || !before.Header.SequenceEqual(ReceiptFile.Columns))
        {
            return;
        }

        var asked = plan.Steps.Select(step => step.Target.Name).ToHashSet();
        foreach (IReadOnlyList<string> row in before.Rows.Where(row => !asked.Contains(before.Cell(row, ReceiptFile.Target))))
        {
            table.Add([.. row]);
        }
    }

    // Here is the store, there the other machine, which handed on what differed when it signed.
    private static IEnumerable<string> Told(Project project, Manifest stored, Receipt receipt, string path)
    {
        Output? own = stored.Outputs.FirstOrDefault(output => output.Path == path);
        Output? other = receipt.Outputs.FirstOrDefault(output => output.Path == path);
        byte[]? here = own is null or { Size: > OutputDiff.MostBytes } ? null : project.Store.Locate(own)?.ReadAllBytes();
        return OutputDiff.Of(own, other, here, other is null ? null : ContentOf(project, other));
    }

    // A place that keeps it back must not silence the alarm.
    private static byte[]? ContentOf(Project project, Output other)
    {
        try
        {
            return other.Size > OutputDiff.MostBytes ? null : project.NeedRemote().ContentOf(other);
        }
        catch (ResearchException)
        {
            return null;
        }
    }

    private static (int Same, int Other) Tell(
        Project project,
        Step step,
        string tables,
        Manifest stored,
        IReadOnlyList<(TrustedKey Key, Receipt Receipt)> receipts,
        ResultTable table
    )
    {
        int other = 0;
        foreach ((TrustedKey key, Receipt receipt) in receipts)
        {
            string[] differing = [.. receipt.DiffersFrom(stored)];
            string machine = $"{key.Name}: {receipt.Architecture}, {receipt.OperatingSystem}, {receipt.Device}, {receipt.Date}";
            Terminal.Say(
                differing.Length == 0
                    ? $"{step.Target.Name}: the same bits on {machine}"
                    : $"{step.Target.Name}: OTHER BITS on {machine}: {string.Join(", ", differing)}"
            );
            other += differing.Length == 0 ? 0 : 1;
            foreach (string line in differing.SelectMany(path => Told(project, stored, receipt, path)))
            {
                Terminal.Say($"  {line}");
            }

            table.Add(
                step.Target.Name,
                tables,
                key.Name,
                receipt.Architecture,
                receipt.OperatingSystem,
                receipt.Device,
                receipt.Date,
                string.Join("; ", differing)
            );
        }

        if (receipts.Count == 0 && step.Target is not TrialTarget)
        {
            Terminal.Say($"{step.Target.Name}: no receipt");
        }

        return (receipts.Count - other, other);
    }
}
