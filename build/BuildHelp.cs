using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Cake.Frosting;

namespace Research.Build;

/// <summary>The usual help under the name of the script that a person types, then the targets and the exit codes.</summary>
internal sealed class BuildHelp(HelpAction usual, TaskCatalog catalog) : SynchronousCommandLineAction
{
    private const string ExitCodeHelp =
        "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 drift from the snapshots, 4 data unavailable, 130 stopped.";

    /// <summary>What starts the build here.</summary>
    public static string Script => OperatingSystem.IsWindows() ? "./build.ps1" : "./build.sh";

    public static void AddTo(RootCommand root, TaskCatalog catalog)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new BuildHelp((HelpAction)help.Action!, catalog);
    }

    /// <summary>Who asks for help need not have the rest right.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        int code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(text.ToString().Replace($"  {RootCommand.ExecutableName} [", $"  {Script} [", StringComparison.Ordinal));
        output.WriteLine("Targets:");
        Columns.Write(output, [.. catalog.Names.Select(name => (name, catalog.DescriptionOf(name)))], Columns.WidthOfTerminal());
        output.WriteLine();
        output.WriteLine(ExitCodeHelp);
        return code;
    }
}
