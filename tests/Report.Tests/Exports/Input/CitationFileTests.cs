using Research.Numerics;
using Research.Report.Exports.Input;
using Research.Tests;

namespace Research.Report.Tests.Exports.Input;

public class CitationFileTests
{
    [Fact]
    public void Title_authors_version_licence_and_date_are_read()
    {
        var citation = CitationFile.Load(Path.Combine(TinyCheckout.Make(), CitationFile.File));
        Assert.Equal("Tiny: a package", citation.Title);
        Assert.Equal("Studies, re-run. With \"quotes\" & signs.", citation.Abstract);
        Assert.Equal(
            ("1.2.3", "2026-01-02", "MIT", ""),
            (citation.Version, citation.Released, citation.Licence, citation.Repository)
        );
        Assert.Equal(
            [new Author("Carberry", "Josiah", "0000-0002-1825-0097"), new("The Tiny authors", "", "")],
            citation.Authors
        );
        Assert.Equal(["sound"], citation.Keywords);
    }

    [Fact]
    public void The_committed_one_is_whole() => Assert.NotEmpty(CitationFile.Load(PathOf(RealData.Repository())).Authors);

    [Theory]
    [InlineData("version", "has no 'version'; add it.")]
    [InlineData("abstract", "has no 'abstract'; add it.")]
    [InlineData("authors", "names no authors; add at least one.")]
    public void What_is_missing_is_named(string key, string told)
    {
        string root = TinyCheckout.Make();
        File.WriteAllText(PathOf(root), File.ReadAllText(PathOf(root)).Replace($"{key}:", "other:", StringComparison.Ordinal));
        ResearchException error = Assert.Throws<ResearchException>(() => CitationFile.Load(PathOf(root)));
        Assert.EndsWith(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_at_all_is_told() =>
        Assert.Contains(
            "is missing",
            Assert.Throws<ResearchException>(() => CitationFile.Load("/nowhere/CITATION.cff")).Message,
            StringComparison.Ordinal
        );

    private static string PathOf(string root) => Path.Combine(root, CitationFile.File);
}
