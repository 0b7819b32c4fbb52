using System.CommandLine;
using Research.Cli.Commands;

namespace Research.Cli.Tests.Commands;

public class ToolRootTests
{
    public static TheoryData<string> Paths() => [.. Commands(Program.Root()).Select(ToolRoot.PathOf)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_command_has_examples_that_its_own_parser_takes(string path)
    {
        RootCommand root = Program.Root();
        Command command = Commands(root).Single(candidate => ToolRoot.PathOf(candidate) == path);
        IReadOnlyList<string> examples = Assert.IsType<IExampled>(command, exactMatch: false).Examples;
        Assert.NotEmpty(examples);
        foreach (string example in examples.Where(text => text.StartsWith("research ", StringComparison.Ordinal)))
        {
            string[] words = example.Split(' ')[1..];
            string[] given = [.. words.TakeWhile(word => word is not (">" or ">>"))];
            Assert.Empty(root.Parse(given).Errors);
        }
    }

    [Fact]
    public void Every_declared_command_is_found_and_they_stand_in_alphabetical_order()
    {
        string[] names = [.. Program.Root().Subcommands.Select(command => command.Name)];
        Assert.Equal(
            typeof(ITopLevelCommand).Assembly.GetTypes().Count(type => type.GetInterfaces().Contains(typeof(ITopLevelCommand))),
            names.Length
        );
        Assert.Contains("predict", names);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void The_help_shows_them()
    {
        (int code, string output, _) = Tool.Run("predict", "--help");
        Assert.Equal(0, code);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains("research predict Digits.GmmHmm seven.wav", output, StringComparison.Ordinal);
        Assert.Contains("predict <model> <file>", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Every_shell_has_a_script_that_asks_the_tool(string shell)
    {
        (int code, string output, _) = Tool.Run("completion", shell);
        Assert.Equal(0, code);
        Assert.Contains("[suggest:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_suggests_commands_models_and_targets()
    {
        Assert.Contains("predict", Tool.Run("[suggest:12]", "research pre").Output, StringComparison.Ordinal);
        Assert.Contains("Digits.GmmHmm/fsdd", Tool.Run("[suggest:17]", "research predict ").Output, StringComparison.Ordinal);
        Assert.Contains("SpeechEmotion", Tool.Run("[suggest:13]", "research run ").Output, StringComparison.Ordinal);
    }

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
}
