using System.CommandLine;
using System.Text.Json;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Pipeline;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Cli.Projects;

/// <summary>research why TARGET: each changed leaf with its old and new value.</summary>
internal sealed class WhyCommand : ITopLevelCommand
{
    public Command Create()
    {
        var options = new ProjectOptions();
        var target = new Argument<string>("target") { Description = "Such as Digits.GmmHmm." }.CompletesTargets();
        var json = new Option<bool>("--json") { Description = "JSON instead of lines." };
        var command = new ToolCommand(
            "why",
            "Tells what changed in what a target is made from: methods, settings, packages, files, with old and new value.",
            "research why Digits.GmmHmm",
            "research why Digits.GmmHmm --json"
        )
        {
            target,
            json,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
            ExitCode.Of(() => Run(options.Open(parsed), parsed.GetValue(target)!, parsed.GetValue(json)))
        );
        return command;
    }

    private static int Run(Project opened, string name, bool json)
    {
        using Project project = opened;
        IReadOnlyList<Target> targets = project.Graph.Resolve(name);
        Plan plan = project.PlanFor(targets);
        Explanation[] found =
        [
            .. targets.SelectMany(target => Explanation.Of(project, plan, target)).DistinctBy(item => item.Target),
        ];
        if (json)
        {
            Write(found);
        }
        else
        {
            Print(found);
        }

        return ExitCodes.Well;
    }

    private static void Print(IEnumerable<Explanation> found)
    {
        foreach (Explanation item in found)
        {
            Console.WriteLine($"{item.Target} {item.Words}{(item.Changes.Count > 0 ? ":" : ".")}");
            foreach (LeafChange change in item.Changes)
            {
                Console.WriteLine($"  {(change.Leaf == "upstream" ? $"upstream: {change.Part} changed" : change)}");
            }
        }
    }

    private static void Write(IEnumerable<Explanation> found)
    {
        using Stream output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (Explanation item in found)
        {
            json.WriteStartObject();
            json.WriteString("target", item.Target);
            json.WriteString("words", item.Words);
            json.WriteStartArray("changes");
            foreach (LeafChange change in item.Changes)
            {
                json.WriteStartObject();
                json.WriteString("leaf", change.Leaf);
                json.WriteString("part", change.Part);
                json.WriteString("old", change.Old);
                json.WriteString("new", change.New);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
