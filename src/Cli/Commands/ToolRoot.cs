using System.CommandLine;

namespace Research.Cli.Commands;

/// <summary>The tool with every command that this assembly declares, in alphabetical order.</summary>
internal sealed class ToolRoot : RootCommand, IExampled
{
    public ToolRoot()
        : base("Published studies of audio pattern recognition, re-run. Features of your own recordings, data, experiments.")
    {
        foreach (Command command in Declared().OrderBy(command => command.Name, StringComparer.Ordinal))
        {
            Add(command);
        }

        Add(new EngineOption());
        Add(new DeviceOption());
        HelpWithExamples.AddTo(this);
        VersionLine.AddTo(this);
    }

    public IReadOnlyList<string> Examples { get; } =
    ["research predict emotion.rmodel recording.wav", "research run Digits.GmmHmm", "research why SpeechEmotion.Handcrafted"];

    /// <summary>The words that lead to a command, without the tool's name.</summary>
    public static string PathOf(Command command)
    {
        Command? parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "" : $"{PathOf(parent)} {command.Name}".TrimStart();
    }

    private static IEnumerable<Command> Declared() =>
        typeof(ToolRoot)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ITopLevelCommand)))
            .Select(type => ((ITopLevelCommand)Activator.CreateInstance(type)!).Create());
}
