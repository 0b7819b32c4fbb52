using System.Globalization;
using Research.Numerics;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Executors.Dispatching;

/// <summary>How well a large cluster is used, and how much its scheduler is asked.</summary>
public sealed class SimulatedClusterTests
{
    private const int Slots = 1000;
    private const int Trials = 100_000;
    private static readonly Resources Asked = new(1, 1L << 30, 3600, 0);

    [Fact]
    public void A_thousand_slots_make_a_hundred_thousand_trials_within_a_tenth_of_the_bound_and_the_scheduler_is_hardly_asked()
    {
        double[] seconds = Durations();
        var rng = Rng.For(1, "failures");
        bool[] kills = [.. seconds.Select(_ => rng.NextInt(100) == 0)];
        var clock = new VirtualClock();
        var cluster = new SimulatedCluster(Slots, clock, i => seconds[i], i => kills[i]);
        DateTimeOffset began = clock.Now;
        Drive(cluster, clock, seconds);
        double makespan = (clock.Now - began).TotalSeconds;
        double bound = (OrderedSum.Of(seconds) + cluster.Wasted) / Slots;
        Assert.Equal(Trials, cluster.Done);
        Assert.Equal(0, cluster.Failed);
        Assert.InRange(kills.Count(dies => dies), 900, 1100);
        Assert.InRange(makespan, bound, 1.1 * bound);
        Assert.InRange(cluster.Messages / makespan, 0, 0.5); // slurmctld takes some hundreds of calls a second, of all users together
        Assert.InRange(cluster.LargestArray, 2, 1000);
        Assert.All(cluster.Begun, item => Assert.Equal(kills[item.Key] ? 2 : 1, item.Value)); // nothing runs twice without need
    }

    // From 5 seconds to 2 minutes.
    private static double[] Durations()
    {
        var rng = Rng.For(1, "durations");
        return [.. Enumerable.Range(0, Trials).Select(_ => 5.0 + rng.NextInt(116))];
    }

    // As the engine does: no more jobs at a time than the settings allow, short trials together, the longest first.
    private static void Drive(SimulatedCluster cluster, VirtualClock clock, double[] seconds)
    {
        var bounds = BatchBounds.There(
            new Elsewhere
            {
                Executor = null!,
                Jobs = 2 * Slots,
                Cores = 1,
                SecondsPerJob = 600,
            }
        );
        var dispatch = new Dispatch(cluster, cluster, DispatchSettings.Standard, clock, _ => { });
        var left = new Queue<int>(Enumerable.Range(0, seconds.Length).OrderByDescending(i => seconds[i]));
        while (left.Count > 0 || !dispatch.IsIdle)
        {
            for (int open = dispatch.Unfinished; open < bounds.Workers && left.Count > 0; open++)
            {
                dispatch.Add(new Work(Next(left, bounds, seconds), Asked));
            }

            clock.MoveTo(dispatch.Step());
        }
    }

    private static List<WorkItem> Next(Queue<int> left, BatchBounds bounds, double[] seconds)
    {
        int most = bounds.Most(left.Count);
        var items = new List<WorkItem>();
        double sum = 0;
        while (items.Count < most && left.TryPeek(out int i) && (items.Count == 0 || sum + seconds[i] <= bounds.Seconds))
        {
            left.Dequeue();
            sum += seconds[i];
            string name = i.ToString(CultureInfo.InvariantCulture);
            items.Add(new WorkItem(name, name, i));
        }

        return items;
    }
}
