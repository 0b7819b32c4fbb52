namespace Research.Packages.Tests.PublicApi;

/// <summary>What a package promises to others is reviewed: each public member stands in a committed list.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Packages =>
        [
            .. new[]
            {
                "Corpora",
                "Data",
                "Evaluation",
                "Features",
                "Models",
                "Numerics",
                "Pipeline",
                "Report",
                "Results",
                "Runner",
                "Torch",
            }.Select(name => $"Research.{name}"),
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_the_public_members_that_its_list_names(string package)
    {
        IReadOnlyList<string> actual = PublicMembers.Of(package);
        string path = ApiFile.PathOf(package);
        if (Environment.GetEnvironmentVariable(ApiFile.AcceptVariable) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Concat(actual.Select(member => member + "\n")));
        }

        string difference = ApiFile.Difference(package, File.Exists(path) ? File.ReadAllLines(path) : null, actual);
        Assert.True(difference.Length == 0, difference);
    }

    [Fact]
    public void Members_are_listed_as_they_are_declared()
    {
        IReadOnlyList<string> members = PublicMembers.Of("Research.Numerics");
        Assert.Contains("sealed class Research.Numerics.Rng", members);
        Assert.Contains("static Research.Numerics.Rng Research.Numerics.Rng.For(ulong seed, string stream)", members);
        Assert.Contains("ulong Research.Numerics.Rng.Position { get; }", members);
        Assert.DoesNotContain(members, member => member.Contains("Philox", StringComparison.Ordinal)); // internal
    }

    [Fact]
    public void A_difference_names_what_came_and_what_went_and_how_to_accept_it()
    {
        string said = ApiFile.Difference("Research.Numerics", ["a", "b"], ["b", "c"]);
        Assert.StartsWith("Research.Numerics: its public members changed:\n+ c\n- a\n", said, StringComparison.Ordinal);
        Assert.Contains(ApiFile.AcceptVariable + "=1", said, StringComparison.Ordinal);
        Assert.Equal("", ApiFile.Difference("Research.Numerics", ["a"], ["a"]));
    }
}
