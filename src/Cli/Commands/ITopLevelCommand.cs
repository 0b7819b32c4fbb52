using System.CommandLine;

namespace Research.Cli.Commands;

/// <summary>Declares a command that follows the tool's name directly. <see cref="ToolRoot"/> finds every class that does; no list names them.</summary>
internal interface ITopLevelCommand
{
    /// <summary>The command with its options, examples and subcommands.</summary>
    Command Create();
}
