using System.CommandLine;
using Research.Cli.Help;

namespace Research.Cli.Tests.Help;

public class ExamplesTests
{
    public static TheoryData<string> Paths() => [.. Commands(Program.Root()).Select(Examples.PathOf)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_command_has_examples_that_its_own_parser_takes(string path)
    {
        RootCommand root = Program.Root();
        Command command = Commands(root).Single(candidate => Examples.PathOf(candidate) == path);
        Assert.NotEmpty(Examples.Of(command));
        foreach (string example in Examples.Of(command).Where(text => text.StartsWith("research ", StringComparison.Ordinal)))
        {
            string[] words = example.Split(' ')[1..];
            string[] given = [.. words.TakeWhile(word => word is not (">" or ">>"))];
            Assert.Empty(root.Parse(given).Errors);
        }
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
