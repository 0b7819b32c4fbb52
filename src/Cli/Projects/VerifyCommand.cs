using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Cli.Projects;

/// <summary>research verify TARGET…: which independent machines got the bits that are stored here.</summary>
internal sealed class VerifyCommand : ITopLevelCommand
{
    public Command Create()
    {
        Argument<string[]> targets = ProjectActions.Targets("target", "Such as Digits.GmmHmm, Digits, or all.");
        targets.Arity = ArgumentArity.OneOrMore;
        return new ToolCommand(
            "verify",
            "Shows the receipts of other machines (research challenge --countersign) that confirm or contradict what is stored here.",
            ["research verify Digits.GmmHmm", "research verify all --profile paper"]
        )
            .Taking(targets)
            .DoingOnProject((project, parsed) => Verify(project, parsed.GetValue(targets)!));
    }

    private static int Verify(Project project, string[] targets)
    {
        Plan plan = project.Plan(targets);
        int contradicted = 0;
        int confirmed = 0;
        foreach (Step step in plan.Steps.Where(step => step.State is StepState.UpToDate or StepState.Restore))
        {
            if (step.Fingerprint is { } fingerprint && project.Store.Find(fingerprint.Id) is { } stored)
            {
                (int same, int other) = Tell(step, stored, project.NeedRemote().ReceiptsOf(fingerprint.Id));
                confirmed += same > 0 ? 1 : 0;
                contradicted += other > 0 ? 1 : 0;
            }
        }

        Terminal.Say(
            contradicted == 0
                ? $"{confirmed} targets are confirmed by a receipt; none is contradicted"
                : $"ALARM: {contradicted} targets are contradicted by a receipt; 'research challenge' tells which machine is wrong"
        );
        return contradicted == 0 ? ExitCodes.Well : ExitCodes.Drift;
    }

    private static (int Same, int Other) Tell(
        Step step,
        Manifest stored,
        IReadOnlyList<(TrustedKey Key, Receipt Receipt)> receipts
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
        }

        if (receipts.Count == 0)
        {
            Terminal.Say($"{step.Target.Name}: no receipt");
        }

        return (receipts.Count - other, other);
    }
}
