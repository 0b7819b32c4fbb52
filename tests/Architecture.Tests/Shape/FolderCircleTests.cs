using Research.Shape.Folders;
using Research.Shape.Names;
using Research.Shape.Sources;

namespace Research.Architecture.Tests.Shape;

public class FolderCircleTests
{
    private const string Uses = "namespace S.A; class X { B.Y y; }";

    [Fact]
    public void Folders_that_use_each_other_through_a_third_form_a_circle()
    {
        FolderCircle circle = Circles(
                ("A/X.cs", Uses),
                ("B/Y.cs", "using S.C; namespace S.B; class Y { Z z; }"),
                ("C/Z.cs", "namespace S.C; class Z { object x = new S.A.X(); }"),
                ("D/W.cs", "using S.A; namespace S.D; class W { X x; }")
            )
            .Single();
        Assert.Equal(["A", "B", "C"], circle.Folders);
        Assert.Equal("A -> B (A/X.cs uses S.B.Y); B -> C (B/Y.cs uses S.C.Z); C -> A (C/Z.cs uses S.A.X)", circle.ToString());
    }

    [Theory]
    [InlineData("namespace S.B; class Y { }")]
    [InlineData("namespace S.B; /* X */ class Y { string X => \"X\"; string Z => X; }")]
    [InlineData("namespace S.B; class Y { object z = new T { X = 1 }; object w = z.X; }")]
    [InlineData("namespace S.B; class X { X other; }")]
    public void Names_that_mean_something_else_make_no_circle(string other) =>
        Assert.Empty(Circles(("A/X.cs", Uses), ("B/Y.cs", other)));

    [Fact]
    public void A_base_namespace_is_seen_without_an_import()
    {
        FolderCircle circle = Circles(
                ("X.cs", "using S.B; namespace S; class X { Y y; }"),
                ("B/Y.cs", "namespace S.B; class Y : X;")
            )
            .Single();
        Assert.Equal([".", "B"], circle.Folders);
    }

    [Fact]
    public void A_partial_type_in_two_folders_binds_neither() =>
        Assert.Empty(
            Circles(
                ("A/X.cs", "namespace S; partial class X { Y y; }"),
                ("B/X.cs", "namespace S; partial class X { }"),
                ("C/Y.cs", "namespace S; class Y { X x; }")
            )
        );

    private static IReadOnlyList<FolderCircle> Circles(params (string, string)[] files)
    {
        SourceProject project = Small.Project(files);
        return FolderCircle.Among(FolderEdges.Of(project, new TypeIndex([project])));
    }
}
