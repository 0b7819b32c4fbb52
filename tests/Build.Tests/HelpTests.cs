using System.CommandLine;

namespace Research.Build.Tests;

public class HelpTests
{
    private static readonly (string Name, string Text)[] Rows =
    [
        ("Digits.GmmHmm", "Can left-right GMM-HMMs over MFCC frames recognise spoken digits?"),
        ("Test", "Builds everything"),
    ];

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(int.MaxValue)]
    public void Columns_never_touch_and_no_word_is_lost(int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Columns.Write(output, Rows, width);
        string[] lines = output.ToString().TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= Math.Max(width, 30), line));
        Assert.All(
            lines.Where(line => line.Contains("Test", StringComparison.Ordinal)),
            line => Assert.Matches("^  Test(  .*)?$", line)
        );
        IEnumerable<string> words = Rows.SelectMany(row => $"{row.Name} {row.Text}".Split(' '));
        Assert.Equal(words, output.ToString().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_help_names_the_script_that_a_person_types_and_every_target()
    {
        var root = new RootCommand("Re-runs the published studies.");
        BuildHelp.AddTo(root, Program.Tasks());
        using var output = new StringWriter();
        Assert.Equal(0, root.Parse("--help").Invoke(new() { Output = output }));
        Assert.Contains($"  {BuildHelp.Script} [options]", output.ToString(), StringComparison.Ordinal);
        Assert.All(Program.Tasks().Names, name => Assert.Contains($"  {name}  ", output.ToString(), StringComparison.Ordinal));
        Assert.Contains("Exit codes: 0 all well", output.ToString(), StringComparison.Ordinal);
    }
}
