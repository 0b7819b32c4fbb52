using Research.Shape;
using Research.Shape.Sources;

namespace Research.Architecture.Tests.Shape;

public class PairsPageTests
{
    private const string Six = "int a;\nint b;\nint c;\nint d;\nint e;\nint f;\n";

    [Fact]
    public void Each_pair_of_the_named_project_is_a_line()
    {
        SourceProject[] projects = [Small.Project(("A.cs", Six), ("B.cs", Six), ("C.cs", Six))];
        using var page = new StringWriter();
        PairsPage.Write(page, "small", projects);
        Assert.Equal(
            "A.cs:1-6 ~ B.cs:1-6 (6 lines)\nA.cs:1-6 ~ C.cs:1-6 (6 lines)\nB.cs:1-6 ~ C.cs:1-6 (6 lines)\n",
            page.ToString()
        );
    }

    [Fact]
    public void A_project_that_does_not_exist_is_named_with_those_that_do()
    {
        var thrown = Assert.Throws<ArgumentException>(() => PairsPage.Write(TextWriter.Null, "Other", [Small.Project()]));
        Assert.Contains("no project 'Other': give one of Small.", thrown.Message, StringComparison.Ordinal);
    }
}
