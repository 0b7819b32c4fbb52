namespace Research.Cli.Tests.Docs;

/// <summary>docs/adding.md: what it shows as files compiles where it belongs.</summary>
public class AddingPageTests
{
    public static TheoryData<string> Headings => [.. AddingPage.Sections.Keys];

    [Theory]
    [MemberData(nameof(Headings))]
    public void The_files_of_a_section_compile_in_their_project(string heading) =>
        Assert.Empty(AddingPage.ErrorsOf(AddingPage.Sections[heading]));

    [Fact]
    public void The_page_shows_files_of_five_kinds() =>
        Assert.Equal(["An experiment", "A dataset", "A feature", "A kind of model", "A command"], AddingPage.Sections.Keys);

    [Fact]
    public void A_file_that_does_not_compile_is_told() =>
        Assert.Contains(
            "'Nothing' does not exist",
            Assert.Single(AddingPage.ErrorsOf(["namespace Research.Features.Some;\n\nclass A { int B => Nothing; }"])),
            StringComparison.Ordinal
        );
}
