using Research.Shape.Duplicates;

namespace Research.Architecture.Tests.Shape;

public class SharedPairsTests
{
    private const string Six = """
        class A
        {
            int a = 1;
            // a comment, and a blank line

            string b = "one";
            int c = a + 2;
            int d => c * c;
            void E() => F(a, b);
            void F(int g, string h) => g.ToString();
        }
        """;

    [Fact]
    public void Six_lines_of_the_same_shape_are_a_pair()
    {
        string other = Six.Replace("a", "long_name", StringComparison.Ordinal)
            .Replace("cllong_namess", "class", StringComparison.Ordinal);
        SharedPair pair = SharedPairs.Among(Small.Project(("A.cs", Six), ("B.cs", "using X;\n" + other)).Files).Single();
        Assert.Equal("A.cs:1-10 ~ B.cs:2-11 (7 lines)", pair.ToString());
    }

    [Fact]
    public void Five_lines_are_none()
    {
        string changed = Six.Replace("a + 2", "a - 2", StringComparison.Ordinal);
        Assert.Empty(SharedPairs.Among(Small.Project(("A.cs", Six), ("B.cs", changed)).Files));
    }

    [Fact]
    public void A_file_pairs_with_itself()
    {
        SharedPair pair = SharedPairs.Among(Small.Project(("A.cs", Six + "\n" + Six)).Files).Single();
        Assert.Equal("A.cs:1-10 ~ A.cs:12-21 (7 lines)", pair.ToString());
    }

    [Fact]
    public void What_stands_in_more_than_eight_places_is_too_common()
    {
        (string, string)[] Copies(int count) => [.. Enumerable.Range(0, count).Select(i => ($"{i}.cs", Six))];
        Assert.Equal(8 * 7 / 2, SharedPairs.Among(Small.Project(Copies(8)).Files).Count);
        Assert.Empty(SharedPairs.Among(Small.Project(Copies(9)).Files));
    }
}
