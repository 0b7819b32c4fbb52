using CsCheck;
using Research.Results.Metrics.Beats;
using Research.Tests;

namespace Research.Results.Tests.Metrics.Beats;

public class EventMatchingTests
{
    // The nearest pairs would be 1.0 with 1.05 and leave 0.95 and 1.12 alone.
    [Fact]
    public void As_many_pairs_as_can_be_are_made_though_they_be_farther_apart() =>
        Assert.Equal(2, EventMatching.Count([0.95, 1.06], [1, 1.12], 0.07));

    [Fact]
    public void An_event_has_one_partner() => Assert.Equal(1, EventMatching.Count([1], [0.98, 1, 1.02], 0.07));

    [Fact]
    public void No_choice_of_pairs_is_larger() =>
        Gen.Select(Gen.Double[0, 1].Array[0, 6], Gen.Double[0, 1].Array[0, 6])
            .HoldsFor(
                300,
                drawn =>
                {
                    (double[] truth, double[] found) = ([.. drawn.Item1.Order()], [.. drawn.Item2.Order()]);
                    Assert.Equal(Largest(truth, found, 0.1), EventMatching.Count(truth, found, 0.1));
                }
            );

    // All choices, one by one.
    private static int Largest(double[] truth, double[] found, double window)
    {
        if (truth.Length == 0)
        {
            return 0;
        }

        int[] partners = [.. Enumerable.Range(0, found.Length).Where(f => Math.Abs(found[f] - truth[0]) <= window)];
        IEnumerable<int> with = partners.Select(f => 1 + Largest(truth[1..], [.. found.Where((_, k) => k != f)], window));
        return Math.Max(Largest(truth[1..], found, window), with.DefaultIfEmpty(0).Max());
    }
}
