namespace Research.Cli.Tests.Docs;

/// <summary>docs/adding.md and docs/report.md: what they show as files compiles where it belongs.</summary>
public class AddingPageTests
{
    public static TheoryData<string> Headings => [.. AddingPage.Sections.Keys];

    [Theory]
    [MemberData(nameof(Headings))]
    public void The_files_of_a_section_compile_in_their_project(string heading) =>
        Assert.Empty(AddingPage.ErrorsOf(AddingPage.Sections[heading]));

    [Fact]
    public void The_pages_show_files_of_six_kinds() =>
        Assert.Equal(
            ["An experiment", "A dataset", "A feature", "A kind of model", "A command", "A kind of chart of your own"],
            AddingPage.Sections.Keys
        );

    [Fact]
    public void The_charts_that_an_experiment_declares_compile() =>
        Assert.Empty(
            AddingPage.ErrorsOf([
                $"namespace Research.Experiments.Shown;\n\ninternal abstract record Shown : Experiment\n{{\n{AddingPage.Charts}\n}}",
            ])
        );

    [Fact]
    public void A_file_that_does_not_compile_is_told() =>
        Assert.Contains(
            "'Nothing' does not exist",
            Assert.Single(AddingPage.ErrorsOf(["namespace Research.Features.Some;\n\nclass A { int B => Nothing; }"])),
            StringComparison.Ordinal
        );
}
