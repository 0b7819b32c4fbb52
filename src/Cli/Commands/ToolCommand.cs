using System.CommandLine;

namespace Research.Cli.Commands;

/// <summary>A command or subcommand of the tool, with its examples.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="description">What it does, for the help.</param>
/// <param name="examples">Whole command lines.</param>
internal sealed class ToolCommand(string name, string description, params string[] examples)
    : Command(name, description),
        IExampled
{
    public IReadOnlyList<string> Examples => examples;
}
