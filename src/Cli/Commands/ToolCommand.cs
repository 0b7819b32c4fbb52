using System.CommandLine;

namespace Research.Cli.Commands;

/// <summary>A command or subcommand of the tool, with its examples.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="description">What it does, for the help.</param>
/// <param name="examples">Whole command lines.</param>
internal sealed class ToolCommand(string name, string description, IReadOnlyList<string> examples)
    : Command(name, description),
        IExampled
{
    public IReadOnlyList<string> Examples => examples;

    /// <summary>Adds arguments, options and subcommands, in that order.</summary>
    /// <returns>This command.</returns>
    public ToolCommand Taking(params IReadOnlyList<Symbol> parts)
    {
        foreach (Symbol part in parts)
        {
            switch (part)
            {
                case Argument argument:
                    Add(argument);
                    break;
                case Option option:
                    Add(option);
                    break;
                default:
                    Add((Command)part);
                    break;
            }
        }

        return this;
    }

    /// <summary>Says what it does; a user's mistake becomes one sentence and an exit code.</summary>
    /// <returns>This command.</returns>
    public ToolCommand Doing(Func<ParseResult, int> body) => Doing((parsed, _) => body(parsed));

    /// <summary>The same for a body that can be stopped.</summary>
    public ToolCommand Doing(Func<ParseResult, CancellationToken, int> body)
    {
        SetAction((parsed, cancellation) => Task.FromResult(ExitCode.Of(() => body(parsed, cancellation))));
        return this;
    }
}
