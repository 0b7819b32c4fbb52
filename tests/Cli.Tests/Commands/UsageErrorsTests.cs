using System.CommandLine;
using Research.Cli.Commands;

namespace Research.Cli.Tests.Commands;

public class UsageErrorsTests
{
    [Theory]
    [InlineData("run all --jobs many", "--jobs many: a whole number is needed.")]
    [InlineData("run all --memory much", "--memory much: a number is needed.")]
    [InlineData("run all --checkpoint soon", "--checkpoint soon: a number is needed.")]
    [InlineData("challenge 1 --seed x", "--seed x: a whole number is needed.")]
    [InlineData("cache prune --older-than old", "--older-than old: a number is needed.")]
    public void A_value_that_is_no_number_is_told_without_a_type_of_the_framework(string line, string told) =>
        Assert.Equal([told], Of(line));

    [Theory]
    [InlineData("plan --profil quick", "Did you mean --profile?")]
    [InlineData("why --jsno", "Did you mean --json?")]
    [InlineData("plna", "Did you mean plan?")]
    [InlineData("cache prun", "Did you mean prune?")]
    [InlineData("plan --profile papr", "'papr' is none of full, paper, quick, sample. Did you mean paper?")]
    [InlineData("completion bahs", "'bahs' is none of bash, fish, pwsh, zsh. Did you mean bash?")]
    public void A_typo_is_told_what_may_have_been_meant(string line, string told) =>
        Assert.Contains(Of(line), message => message.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "predict Digits.GmmHmm a.wav --jsn",
        "--jsn is no option of this command. Did you mean --json? A file of that name is ./--jsn."
    )]
    [InlineData(
        "features mfcc --bnads",
        "--bnads is no option of this command. Did you mean --bands? A file of that name is ./--bnads."
    )]
    [InlineData("data add -x", "-x is no option of this command. A file of that name is ./-x.")]
    public void A_mistyped_option_is_no_name_of_a_file(string line, string told) => Assert.Contains(told, Of(line));

    [Theory]
    [InlineData("predict Digits.GmmHmm -")] // the standard input
    [InlineData("predict Digits.GmmHmm -- --jsn")]
    [InlineData("predict Digits.GmmHmm ./--jsn")]
    public void What_is_said_to_be_a_file_is_one(string line) => Assert.Empty(Of(line));

    [Fact]
    public void No_command_names_a_type_of_the_framework_whatever_is_wrong()
    {
        foreach (Command command in Commands(Program.Root()))
        {
            string path = ToolRoot.PathOf(command);
            IEnumerable<string> lines = command.Options.Select(option => $"{path} {option.Name} ?").Append($"{path} ? ? ? ?");
            Assert.DoesNotContain(lines.SelectMany(Of), message => message.Contains("System.", StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<string> Of(string line) => UsageErrors.Of(Program.Root().Parse(line.Trim()));

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
}
