using System.Text.RegularExpressions;
using Research.Tests;

namespace Research.Architecture.Tests;

/// <summary>Programs print through Pipeline.Terminal, which escapes what a terminal would obey.</summary>
public class PrintedLinesTests
{
    [Theory]
    [InlineData("src/Cli")]
    [InlineData("build")]
    public void No_line_goes_past_the_one_place_that_escapes(string folder)
    {
        string root = Path.Combine(RealData.Repository(), folder);
        string[] files =
        [
            .. Directory
                .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Contains("obj")),
        ];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(Printing(), File.ReadAllText(file)));
    }

    private static Regex Printing() => new(@"\bConsole\.(Out\.|Error\.)?WriteLine\(");
}
