using Research.Pipeline.Fingerprints;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Planning;

public sealed class FingerprinterTests : IDisposable
{
    private readonly TemporaryProject _folder = new();

    public void Dispose() => _folder.Dispose();

    // Leaves are shared where targets read the same, one after another.
    [Fact]
    public void Each_target_has_the_upstream_that_it_was_given()
    {
        using Project project = _folder.Open(Counting.Standard);
        Target target = project.Graph.All.OfType<TablesTarget>().First();
        (string Name, string Id)[][] given =
        [
            [("a", "1")],
            [("a", "1")],
            [("a", "2")],
            [("b", "2")],
            [("a", "1"), ("b", "2")],
            [],
            [("a", "1")],
        ];
        Fingerprint[] taken = [.. given.Select(upstream => project.Fingerprinter.Of(target, Map(upstream)))];
        for (int i = 0; i < given.Length; i++)
        {
            Assert.Equal(Map(given[i]), taken[i]["upstream"].Parts);
        }

        Assert.Same(taken[0]["upstream"], taken[1]["upstream"]);
        Assert.Equal(taken[0].Id, taken[^1].Id);
        Assert.Equal(5, taken.Select(fingerprint => fingerprint.Id).Distinct().Count());
    }

    // Settings are hashed for a plan, and read again for who asks.
    [Fact]
    public void Every_leaf_has_the_digest_of_its_parts()
    {
        using Project project = _folder.Open(Counting.Standard);
        Assert.All(
            project.Plan("all").Needed,
            step =>
                Assert.All(step.Fingerprint!.Leaves, leaf => Assert.Equal(new Leaf(leaf.Name, leaf.Parts).Digest, leaf.Digest))
        );
        Assert.Contains(project.Plan("all").Needed, step => step.Fingerprint!["settings"].Parts.Count > 1);
    }

    private static Dictionary<string, string> Map((string Name, string Id)[] upstream) =>
        upstream.ToDictionary(part => part.Name, part => part.Id);
}
