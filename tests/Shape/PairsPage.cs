using Research.Shape.Duplicates;
using Research.Shape.Sources;

namespace Research.Shape;

/// <summary>Every pair of places of one project, a line each.</summary>
public static class PairsPage
{
    /// <param name="page">Where the lines go.</param>
    /// <param name="name">The project's name, in any case.</param>
    /// <param name="projects">The projects to choose from.</param>
    /// <exception cref="ArgumentException">None of them has that name.</exception>
    public static void Write(TextWriter page, string name, IReadOnlyList<SourceProject> projects)
    {
        SourceProject project =
            projects.FirstOrDefault(project => string.Equals(project.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"There is no project '{name}': give one of {string.Join(", ", projects.Select(project => project.Name))}.",
                nameof(name)
            );
        foreach (SharedPair pair in SharedPairs.Among(project.Files))
        {
            page.Write($"{pair}\n");
        }
    }
}
