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
        var target = new Argument<string>("target") { Description = "Such as Digits.GmmHmm." }.CompletesTargets();
        var json = new Option<bool>("--json") { Description = "JSON instead of lines." };
        return new ToolCommand(
            "why",
            "Says what changed among the inputs of a target: methods, settings, packages, files, with old and new value.",
            ["research why Digits.GmmHmm", "research why Digits.GmmHmm --json"]
        )
            .Taking(target, json)
            .DoingOnProject((project, parsed) => Run(project, parsed.GetValue(target)!, parsed.GetValue(json)));
    }

    private static int Run(Project project, string name, bool json)
    {
        IReadOnlyList<Target> targets = project.Graph.Resolve(name);
        Plan plan = project.PlanFor(targets);
        Explanation[] found =
        [
            .. targets.SelectMany(target => Explanation.Of(project, plan, target)).DistinctBy(item => item.Target),
        ];
        if (json)
        {
            JsonOutput.WriteArray(found, Write);
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
            Terminal.Say($"{item.Target} {item.Words}{(item.Changes.Count > 0 ? ":" : ".")}");
            foreach (LeafChange change in item.Changes)
            {
                Terminal.Say($"  {(change.Leaf == "upstream" ? $"upstream: {change.Part} changed" : change)}");
            }
        }
    }

    private static void Write(Utf8JsonWriter json, Explanation item)
    {
        json.WriteString("target", item.Target);
        json.WriteString("words", item.Words);
        json.WriteStartArray("changes");
        foreach (LeafChange change in item.Changes)
        {
            json.WriteStartObject();
            json.WriteString("leaf", change.Leaf);
            json.WriteString("part", change.Part);
            json.WriteString("place", change.Place);
            json.WriteString("old", change.Old);
            json.WriteString("new", change.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
