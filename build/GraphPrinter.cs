using Cake.Frosting;
using Research.Build.Tasks;
using Research.Pipeline;

namespace Research.Build;

/// <summary>Prints the graph below a target, or the order in which it would run.</summary>
internal static class GraphPrinter
{
    /// <summary>Each task, with the engine's targets that it brings up to date where they are not of its own name.</summary>
    public static void Tree(TaskCatalog catalog, string target, Profile profile, TextWriter output) =>
        Branch(catalog, target, profile, "", "", output);

    public static void Order(TaskCatalog catalog, IReadOnlyList<string> order, TextWriter output)
    {
        for (int i = 0; i < order.Count; i++)
        {
            output.WriteLine($"{i + 1, 3}. {Line(catalog, order[i])}");
        }
    }

    /// <summary>A task's name and what it does, in columns that the longest name fits into.</summary>
    public static string Line(TaskCatalog catalog, string name) =>
        name.PadRight(catalog.Names.Max(other => other.Length) + 2) + catalog.DescriptionOf(name);

    private static void Branch(TaskCatalog catalog, string name, Profile profile, string head, string indent, TextWriter output)
    {
        string[] made = [.. ((catalog.Create(name) as IEngineTask)?.Targets(profile) ?? []).Where(target => target != name)];
        output.WriteLine($"{head}{name}{(made.Length > 0 ? $" ({string.Join(", ", made)})" : "")}");
        IReadOnlyList<string> below = catalog.DependenciesOf(name);
        for (int i = 0; i < below.Count; i++)
        {
            bool last = i + 1 == below.Count;
            Branch(catalog, below[i], profile, indent + (last ? "└─" : "├─"), indent + (last ? "  " : "│ "), output);
        }
    }
}
