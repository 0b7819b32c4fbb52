using Research.Shape.Measures;

namespace Research.Architecture.Tests.Shape;

public class ProjectShapeTests
{
    [Fact]
    public void Lines_of_files_and_methods_are_counted_as_written()
    {
        string text = """
            class A
            {
                /// <summary>Not the comment.</summary>
                [System.Obsolete]
                public A()
                {
                    B();
                }

                int B() => 1;

                public abstract void NoBody();
            }

            """;
        ProjectShape shape = ProjectShape.Of(Small.Project(("A.cs", text)));
        Assert.Equal(new Measured("A.cs", 13), shape.Files.Single());
        Assert.Equal([4, 1], shape.Methods.Select(method => method.Lines));
        Assert.StartsWith("A.cs:", shape.Methods[0].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentiles_are_values_that_occur()
    {
        Assert.Equal(new Spread(5, 9), Spread.Of(Enumerable.Range(1, 10).Select(i => new Measured("", i))));
        Assert.Equal(new Spread(2, 3), Spread.Of(Enumerable.Range(1, 3).Select(i => new Measured("", i))));
        Assert.Equal(new Spread(0, 0), Spread.Of([]));
    }
}
