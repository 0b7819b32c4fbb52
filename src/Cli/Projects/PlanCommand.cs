using System.CommandLine;
using System.Text.Json;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Planning;

namespace Research.Cli.Projects;

/// <summary>research plan [TARGET]: what a run would make, restore or leave, and why.</summary>
internal sealed class PlanCommand : ITopLevelCommand
{
    public Command Create()
    {
        Argument<string[]> targets = ProjectActions.Targets("target", "Targets; all when none is named.");
        var json = new Option<bool>("--json") { Description = "One JSON array instead of lines." };
        return new ToolCommand(
            "plan",
            "Prints what a run would make, restore or leave, and why. Changes nothing.",
            ["research plan all", "research plan Digits.Lstm --profile paper"]
        )
            .Taking(targets, json)
            .DoingOnProject((project, parsed) => Run(project, parsed.GetValue(targets)!, parsed.GetValue(json)));
    }

    private static int Run(Project project, string[] targets, bool json)
    {
        Plan plan = project.Plan(targets.Length == 0 ? ["all"] : targets);
        if (json)
        {
            JsonOutput.WriteArray(plan.Needed, Write);
        }
        else
        {
            PlanText.Write(plan, Console.Out);
        }

        return ExitCodes.Well;
    }

    private static void Write(Utf8JsonWriter json, Step step)
    {
        json.WriteString("target", step.Target.Name);
        json.WriteString("kind", step.Target.Kind.ToString().ToLowerInvariant());
        json.WriteString("state", PlanText.Word(step.State));
        json.WriteString("reason", step.Reason);
        json.WriteString("fingerprint", step.Fingerprint?.Id);
    }
}
