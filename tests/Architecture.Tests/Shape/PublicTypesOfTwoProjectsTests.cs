using Research.Shape.Names;
using Research.Shape.Sources;

namespace Research.Architecture.Tests.Shape;

public class PublicTypesOfTwoProjectsTests
{
    private const string Library = """
        namespace L;
        public class Named { public Reached Get() => new Hidden().Make(); }
        public class Reached : Base { private Hidden h; }
        public class Base { }
        public class Hidden { public Reached Make() => null; }
        public static class Extension { public static int Twice(this int x) => 2 * x; }
        public static class Uncalled { public static int Thrice(this int x) => 3 * x; }
        class Inside { }
        """;

    [Fact]
    public void Types_that_others_name_reach_or_call_are_needed_and_the_rest_are_not()
    {
        SourceProject user = Small.Project(
            ("U.cs", "using L; namespace U; class User { object o = new Named().Get(); int i = 2.Twice(); }")
        );
        SourceProject[] projects = [Small.Project(("L.cs", Library)), user];
        IEnumerable<string> found = PublicTypes.UsedAtHomeOnly(projects, new TypeIndex(projects)).Select(type => type.Name);
        Assert.Equal(["Hidden", "Uncalled"], found);
    }
}
