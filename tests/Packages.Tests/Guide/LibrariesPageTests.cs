namespace Research.Packages.Tests.Guide;

/// <summary>docs/libraries.md: every example compiles, runs, and prints what the page says.</summary>
public class LibrariesPageTests
{
    public static TheoryData<string> Headings => [.. GuideExample.OfPage().Select(example => example.Heading)];

    [Theory]
    [MemberData(nameof(Headings))]
    public void An_example_prints_what_the_page_says(string heading)
    {
        GuideExample example = GuideExample.OfPage().Single(candidate => candidate.Heading == heading);
        Assert.Equal(example.Printed, CompiledProgram.Run(example.Program));
    }

    [Fact]
    public void The_page_has_the_seven_examples() => Assert.Equal(7, Headings.Count);

    [Fact]
    public void An_example_that_does_not_compile_is_told()
    {
        var error = Assert.Throws<InvalidDataException>(() => CompiledProgram.Run("Console.WriteLine(Nothing);"));
        Assert.Contains("'Nothing' does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_without_what_it_prints_is_told() =>
        Assert.Throws<InvalidDataException>(() => GuideExample.Of("# Page\n\n## One\n\n```csharp\nreturn;\n```\n"));
}
