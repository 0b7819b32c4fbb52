using Research.Pipeline;
using Research.Pipeline.Closures;
using Research.Pipeline.Records;
using Research.Pipeline.Targets;

namespace Research.Experiments.Tests;

/// <summary>What trains, and what only judges: a change in the statistics of intervals trains nothing again.</summary>
public sealed class TrialCodeTests : IDisposable
{
    private readonly OwnCode _code = new(Catalogue.Assembly);

    public void Dispose() => _code.Dispose();

    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public void No_training_reaches_the_statistics_of_intervals_and_the_tables_do(Profile profile)
    {
        var graph = TargetGraph.Of(new Catalogue(), profile);
        var reader = new ClosureReader(_code);
        Assert.Empty(Reaching(graph.All.OfType<TrialTarget>(), reader));
        Assert.NotEmpty(Reaching(graph.All.OfType<TablesTarget>(), reader));
    }

    private static string[] Reaching(IEnumerable<Target> targets, ClosureReader reader) =>
        [
            .. targets
                .DistinctBy(target => RootsOf(target).Identity)
                .Where(target =>
                    reader
                        .Read(RootsOf(target))
                        .Members.Keys.Any(member => member.Contains("Distributions.IncompleteBeta", StringComparison.Ordinal))
                )
                .Select(target => target.Name),
        ];

    // As the fingerprint takes them.
    private static CodeRoots RootsOf(Target target)
    {
        var settings = new SettingsReader();
        settings.Read(target.Settings!);
        return new CodeRoots([.. target.Roots.Methods, .. settings.Delegates], [.. target.Roots.Instances, .. settings.Types]);
    }
}
