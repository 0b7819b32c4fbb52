namespace Research.Cli.Commands;

/// <summary>A command that comes with what a person would type; the help shows it.</summary>
internal interface IExampled
{
    /// <summary>Whole command lines, which a test parses; at least one.</summary>
    IReadOnlyList<string> Examples { get; }
}
