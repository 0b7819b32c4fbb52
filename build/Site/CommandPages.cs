using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Cake.Frosting;
using Research.Cli.Commands;
using Research.Site.Content;

namespace Research.Build.Site;

/// <summary>The reference of the command line: what the two programs say of themselves.</summary>
internal static class CommandPages
{
    private const string Chapter = "Reference";
    private const string Tool = "research";

    /// <summary>A page for the tool, and one for the build.</summary>
    public static IReadOnlyList<SitePage> Of(RootCommand build, TaskCatalog catalog) =>
        [
            new("commands.html", "The tool's commands", Chapter, "docs/commands.md", OfTool(new ToolRoot())),
            new("build.html", "The build's options and targets", Chapter, "docs/build.md", OfBuild(build, catalog)),
        ];

    private static string OfTool(ToolRoot root)
    {
        var text = new StringBuilder(
            $"# The tool's commands\n\n{Escaped(root.Description)} `./research.sh` in a checkout, `{Tool}` as a dotnet tool.\n"
        );
        AppendParts(text, root);
        foreach (Command command in Below(root))
        {
            text.Append($"\n## {Tool} {ToolRoot.PathOf(command)}\n\n{Escaped(command.Description)}\n");
            AppendParts(text, command);
            if (command is IExampled { Examples: { Count: > 0 } examples })
            {
                text.Append($"\n```\n{string.Join('\n', examples)}\n```\n");
            }
        }

        return text.ToString();
    }

    private static string OfBuild(RootCommand root, TaskCatalog catalog)
    {
        var text = new StringBuilder(
            $"# The build's options and targets\n\n{Escaped(root.Description)} `./build.sh`, on Windows `./build.ps1`.\n"
        );
        AppendParts(text, root);
        text.Append("\n## Targets\n\n| target | what it does |\n| --- | --- |\n");
        foreach (string name in catalog.Names)
        {
            text.Append($"| `{name}` | {Escaped(catalog.DescriptionOf(name))} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Command> Below(Command command) =>
        command
            .Subcommands.Where(own => !own.Hidden)
            .OrderBy(own => own.Name, StringComparer.Ordinal)
            .SelectMany(own => Below(own).Prepend(own));

    private static void AppendParts(StringBuilder text, Command command)
    {
        (string Name, string? Description)[] parts =
        [
            .. command.Arguments.Where(own => !own.Hidden).Select(own => ($"<{own.Name}>", own.Description)),
            .. command
                .Options.Where(own => !own.Hidden && own is not HelpOption and not VersionOption)
                .Select(own => (NameOf(own), own.Description + Default(own))),
        ];
        if (parts.Length > 0)
        {
            text.Append("\n| argument or option | what it means |\n| --- | --- |\n");
            foreach ((string name, string? description) in parts)
            {
                text.Append($"| `{name}` | {Escaped(description)} |\n");
            }
        }
    }

    private static string NameOf(Option option) =>
        string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name));

    // The number of processors is this machine's, not everybody's.
    private static string Default(Option option) =>
        option.HasDefaultValue && option.GetDefaultValue() is { } value && value is not (bool or Array) && option.Name != "--jobs"
            ? FormattableString.Invariant($" Otherwise: {value}.")
            : "";

    private static string Escaped(string? text) => Research.Results.Tables.MarkdownText.Of(text ?? "");
}
