using System.Xml.Linq;
using Research.Tests;

namespace Research.Architecture.Tests;

/// <summary>Project references go one way (docs/adr/0001).</summary>
public class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Numerics"] = [],
        ["NativeLibraries"] = ["Numerics"], // a build step of the second engine
        ["Data"] = ["Numerics"],
        ["Corpora"] = ["Data"],
        ["Features"] = ["Data"],
        ["Torch"] = ["Numerics"],
        ["Models"] = ["Numerics", "Torch"],
        ["Results"] = ["Numerics"],
        ["Pipeline"] = ["Data", "Results"],
        ["Report"] = ["Data", "Results"],
        ["Site"] = ["Results"],
        ["Evaluation"] = ["Features", "Models", "Pipeline"],
        ["Experiments"] = ["Corpora", "Evaluation", "Report"],
        ["Runner"] = ["Corpora", "Evaluation", "Report"], // a program of others has with it all that an experiment needs
        ["SelfTests"] = ["Features", "Models", "Pipeline"],
        ["Cli"] = ["Experiments", "SelfTests"],
        ["Build"] = ["Cli", "Experiments", "Report", "Runner", "Site"], // so that one compilation makes both programs, and the site describes every library
    };

    public static TheoryData<string> Projects => [.. Sources().Select(path => Path.GetRelativePath(RealData.Repository(), path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string[] references =
        [
            .. XDocument
                .Load(Path.Combine(RealData.Repository(), path))
                .Descendants("ProjectReference")
                .Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value)),
        ];
        Assert.True(Allowed.ContainsKey(name), $"{name} is new: say in ArrowsTests what it may reference.");
        Assert.Empty(references.Except(Allowed[name]));
    }

    [Fact]
    public void Every_source_project_has_a_test_project()
    {
        string tests = Path.Combine(RealData.Repository(), "tests");
        Assert.All(
            Sources().Select(Path.GetFileNameWithoutExtension),
            name => Assert.True(Directory.Exists(Path.Combine(tests, $"{name}.Tests")), $"{name}.Tests")
        );
    }

    [Fact]
    public void No_committed_result_holds_a_path_of_a_machine()
    {
        string results = Path.Combine(RealData.Repository(), "results");
        string[] files = Directory.GetFiles(results, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(@"(^|[\s""'(])(/[A-Za-z0-9_.-]+){2,}|[A-Za-z]:\\", File.ReadAllText(file)));
    }

    // build/data holds no code: its projects restore packages as data.
    private static IEnumerable<string> Sources()
    {
        string root = RealData.Repository();
        string[] folders = ["src", "experiments", "build"];
        string data = Path.Combine(root, "build", "data");
        return folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(path => Path.GetDirectoryName(path) != data);
    }
}
