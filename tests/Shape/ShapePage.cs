using Research.Shape.Measures;

namespace Research.Shape;

/// <summary>The measures as Markdown.</summary>
internal static class ShapePage
{
    private const int Longest = 5;

    public static void Write(
        TextWriter page,
        string command,
        DateOnly day,
        IReadOnlyList<ProjectShape> ours,
        IReadOnlyList<ProjectShape> theirs
    )
    {
        page.Write(
            FormattableString.Invariant(
                $"""
                # The shape of the code

                Made by `{command}` on {day:yyyy-MM-dd}; do not edit.

                Lines are counted as written; a method's from its signature to its last brace, constructors and operators too.
                p90 is the 90th percentile. Folders form a circle when each uses the other, at once or through others; the column
                counts the folders that stand in one. Pairs are places in the project that share six or more lines
                once names, strings and numbers are replaced.


                """
            )
        );
        Table(page, [.. ours, .. theirs]);
        foreach (ProjectShape project in ours.Concat(theirs))
        {
            Details(page, project);
        }
    }

    private static void Table(TextWriter page, IReadOnlyList<ProjectShape> projects)
    {
        page.Write(
            "| project | files | lines a file: median | p90 | methods | lines a method: median | p90 | folders in circles | pairs |\n"
        );
        page.Write("| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n");
        foreach (ProjectShape project in projects)
        {
            Spread files = Spread.Of(project.Files);
            Spread methods = Spread.Of(project.Methods);
            int folders = project.Circles.Sum(circle => circle.Folders.Count);
            page.Write(
                FormattableString.Invariant(
                    $"| {project.Name} | {project.Files.Count} | {files.Median} | {files.Ninetieth} | {project.Methods.Count} | {methods.Median} | {methods.Ninetieth} | {folders} | {project.Pairs.Count} |\n"
                )
            );
        }
    }

    private static void Details(TextWriter page, ProjectShape project)
    {
        page.Write($"\n## {project.Name}\n\n");
        Items(page, "Longest files", Top(project.Files));
        Items(page, "Longest methods", Top(project.Methods));
        Items(page, "Folder circles", project.Circles.Select(circle => $"{string.Join(", ", circle.Folders)}: {circle}"));
        Items(page, "Longest shared runs", project.Pairs.Take(Longest).Select(pair => pair.ToString()));
    }

    private static IEnumerable<string> Top(IReadOnlyList<Measured> items) =>
        items
            .OrderByDescending(item => item.Lines)
            .Take(Longest)
            .Select(item => FormattableString.Invariant($"{item.Lines} {item.Name}"));

    private static void Items(TextWriter page, string title, IEnumerable<string> items)
    {
        string[] rows = [.. items];
        page.Write(rows.Length == 0 ? $"{title}: none.\n\n" : $"{title}:\n\n{string.Concat(rows.Select(row => $"- {row}\n"))}\n");
    }
}
