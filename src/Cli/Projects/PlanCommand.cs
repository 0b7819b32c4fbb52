using System.CommandLine;
using System.Text.Json;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Pipeline;
using Research.Pipeline.Planning;

namespace Research.Cli.Projects;

/// <summary>research plan [TARGET]: what a run would make, restore or leave, and why.</summary>
internal sealed class PlanCommand : ITopLevelCommand
{
    public Command Create()
    {
        var options = new ProjectOptions();
        var targets = new Argument<string[]>("target")
        {
            Description = "Targets; all when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        }.CompletesTargets();
        var json = new Option<bool>("--json") { Description = "One JSON array instead of lines." };
        var command = new ToolCommand(
            "plan",
            "Prints what a run would make, restore or leave, and why. Changes nothing.",
            "research plan all",
            "research plan Digits.Lstm --profile paper"
        )
        {
            targets,
            json,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
            ExitCode.Of(() => Run(options.Open(parsed), parsed.GetValue(targets)!, parsed.GetValue(json)))
        );
        return command;
    }

    private static int Run(Project opened, string[] targets, bool json)
    {
        using Project project = opened;
        Plan plan = project.Plan(targets.Length == 0 ? ["all"] : targets);
        if (json)
        {
            Write(plan);
        }
        else
        {
            PlanText.Write(plan, Console.Out);
        }

        return ExitCodes.Well;
    }

    private static void Write(Plan plan)
    {
        using Stream output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (Step step in plan.Needed)
        {
            json.WriteStartObject();
            json.WriteString("target", step.Target.Name);
            json.WriteString("kind", step.Target.Kind.ToString().ToLowerInvariant());
            json.WriteString("state", PlanText.Word(step.State));
            json.WriteString("reason", step.Reason);
            json.WriteString("fingerprint", step.Fingerprint?.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
