using Cake.Frosting;
using Research.Build.Tasks;
using Research.Pipeline;

namespace Research.Build;

/// <summary>Prints the graph below a target, or the order in which it would run.</summary>
internal static class GraphPrinter
{
    /// <summary>Each task of the profile, with the engine's targets that it brings up to date where they are not of its own name.</summary>
    public static void Tree(TaskCatalog catalog, string target, Profile profile, TextWriter output) =>
        Branch(catalog, target, profile, "", "", output);

    /// <summary>The tasks of a profile in the order in which they would run, and what each does.</summary>
    public static void Order(TaskCatalog catalog, IReadOnlyList<string> order, Profile profile, TextWriter output)
    {
        string[] shown = [.. order.Where(name => IsIn(catalog, name, profile))];
        int width = shown.Max(name => name.Length) + 2;
        for (int i = 0; i < shown.Length; i++)
        {
            output.WriteLine($"{i + 1, 3}. {shown[i].PadRight(width)}{catalog.DescriptionOf(shown[i])}");
        }
    }

    private static bool IsIn(TaskCatalog catalog, string name, Profile profile) =>
        catalog.Create(name) is not IEngineTask task || task.IsIn(profile);

    private static void Branch(TaskCatalog catalog, string name, Profile profile, string head, string indent, TextWriter output)
    {
        string[] made = [.. ((catalog.Create(name) as IEngineTask)?.Targets(profile) ?? []).Where(target => target != name)];
        string remark =
            !IsIn(catalog, name, profile) ? $" (not in profile {profile.Name()})"
            : made.Length > 0 ? $" ({string.Join(", ", made)})"
            : "";
        output.WriteLine($"{head}{name}{remark}");
        string[] below = [.. catalog.DependenciesOf(name).Where(dependency => IsIn(catalog, dependency, profile))];
        for (int i = 0; i < below.Length; i++)
        {
            bool last = i + 1 == below.Length;
            Branch(catalog, below[i], profile, indent + (last ? "└─" : "├─"), indent + (last ? "  " : "│ "), output);
        }
    }
}
