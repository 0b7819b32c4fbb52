using System.Text.Json;
using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Tests;

namespace Research.Models.Tests.Training;

public class ScheduleTests
{
    // PyTorch computes in double too; the file has 12 digits.
    private const double Tolerance = 1e-11;

    private static readonly JsonElement File = Golden.Json("schedules.json");

    internal static ReduceOnPlateau Plateau { get; } =
        new()
        {
            Factor = 0.1,
            Patience = 3,
            Threshold = 1e-4,
            ThresholdKind = PlateauThreshold.Relative,
            Cooldown = 0,
            LowestRate = 0,
        };

    internal static OneCycle Cycle { get; } =
        new()
        {
            HighestRate = 0.1,
            RisingShare = 0.3,
            Annealing = Annealing.Cosine,
            FirstDivisor = 25,
            LastDivisor = 1e4,
            ThreePhases = false,
            Momentum = new(0.85, 0.95),
        };

    public static TheoryData<string, ReduceOnPlateau> Plateaus =>
        new()
        {
            { "patience3", Plateau },
            { "patience3_cooldown2_minlr", Plateau with { Cooldown = 2, LowestRate = 1e-4 } },
            { "patience3_factor0.5", Plateau with { Factor = 0.5 } },
        };

    public static TheoryData<string, OneCycle> Cycles =>
        new()
        {
            { "cos", Cycle },
            { "linear", Cycle with { Annealing = Annealing.Linear } },
            { "cos_three_phase", Cycle with { ThreePhases = true } },
        };

    [Theory]
    [MemberData(nameof(Plateaus), DisableDiscoveryEnumeration = true)]
    public void A_plateau_reduces_the_rate_where_PyTorch_does(string name, ReduceOnPlateau schedule)
    {
        using var step = new ScriptedStep(schedule);
        double[] losses = File.GetProperty("plateau_losses").Numbers();
        double[] expected = [.. File.GetProperty("plateau").GetProperty(name).GetProperty("rows").Rows().Select(row => row[0])];
        History history = Train(step, losses.Length, 1, new() { Name = "v", Better = Better.Lower }, losses);
        double[] rates = [.. history.Epochs.Skip(1).Select(epoch => epoch.Values["learning_rate"]), step.Rate];
        Golden.AssertClose(expected, rates, Tolerance, name);
    }

    [Fact]
    public void A_metric_that_is_to_rise_reduces_the_rate_when_it_does_not()
    {
        using var step = new ScriptedStep(Plateau with { Patience = 0, Factor = 0.5, ThresholdKind = PlateauThreshold.Absolute });
        History history = Train(step, 4, 1, new() { Name = "v", Better = Better.Higher }, [0.1, 0.2, 0.20009, 0.3]);
        Assert.Equal([0.01, 0.01, 0.01, 0.005], history.Epochs.Select(epoch => epoch.Values["learning_rate"]));
    }

    [Theory]
    [MemberData(nameof(Cycles), DisableDiscoveryEnumeration = true)]
    public void One_cycle_has_PyTorchs_rates_and_momenta(string name, OneCycle schedule)
    {
        double[][] expected = File.GetProperty("one_cycle").GetProperty(name).GetProperty("lr_momentum_per_step").Rows();
        using var step = new ScriptedStep(schedule);
        Train(step, 5, 4); // five epochs of four updates
        Golden.AssertClose([.. expected.Select(row => row[0])], [.. step.Updates.Select(update => update.Rate)], Tolerance, name);
        Golden.AssertClose(
            [.. expected.Select(row => row[1])],
            [.. step.Updates.Select(update => update.Momentum)],
            Tolerance,
            name
        );
    }

    [Theory]
    [InlineData(1, 10, 0.3)]
    [InlineData(7, 3, 0.5)]
    [InlineData(4, 25, 0.02)]
    [InlineData(3, 2, 1)]
    public void One_cycle_starts_peaks_and_ends_where_it_should(int epochs, int updates, double rising)
    {
        using var step = new ScriptedStep(
            Cycle with
            {
                RisingShare = rising,
                FirstDivisor = 10,
                LastDivisor = 100,
                Momentum = null,
            }
        );
        Train(step, epochs, updates);
        double[] rates = [.. step.Updates.Select(update => update.Rate)];
        Assert.Equal(epochs * updates, rates.Length);
        Assert.Equal(0.01, rates[0], Tolerance);
        Assert.InRange(rates.Max(), 0.09, 0.1 + Tolerance);
        Assert.Equal(rising == 1 ? 0.1 : 0.0001, rates[^1], Tolerance);
        Assert.All(step.Updates, update => Assert.Equal(0.9, update.Momentum)); // left as it was
    }

    [Theory]
    [InlineData(0.05, false)]
    [InlineData(1.1, false)]
    [InlineData(double.NaN, false)]
    [InlineData(0.6, true)]
    public void A_cycle_without_room_for_its_rise_is_refused(double rising, bool phases)
    {
        using var step = new ScriptedStep(Cycle with { RisingShare = rising, ThreePhases = phases });
        Assert.Contains(
            "in 20 updates",
            Assert.Throws<ArgumentException>(() => Train(step, 5, 4)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Decays_multiply_the_rate_epoch_by_epoch()
    {
        using var steps = new ScriptedStep(new StepDecay { Every = 2, Factor = 0.5 });
        Train(steps, 5, 2);
        Assert.Equal([0.01, 0.01, 0.01, 0.01, 0.005, 0.005, 0.005, 0.005, 0.0025, 0.0025], Rates(steps));
        using var exponential = new ScriptedStep(new ExponentialDecay { Factor = 0.5 });
        Train(exponential, 3, 1);
        Assert.Equal([0.01, 0.005, 0.0025], Rates(exponential));
        using var constant = new ScriptedStep(new ConstantRate());
        Train(constant, 3, 1);
        Assert.Equal([0.01, 0.01, 0.01], Rates(constant));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        using var never = new ScriptedStep(new StepDecay { Every = 0, Factor = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Train(never, 1, 1));
        using var growing = new ScriptedStep(Plateau with { Factor = 1 });
        Assert.Throws<ArgumentException>(() => Train(growing, 1, 1, new() { Name = "v", Better = Better.Lower }, [1]));
        using var endless = new ScriptedStep(Cycle);
        Assert.Contains(
            "can count",
            Assert.Throws<ArgumentException>(() => Train(endless, int.MaxValue, 2)).Message,
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<double> Rates(ScriptedStep step) => step.Updates.Select(update => update.Rate);

    private static History Train(
        ScriptedStep step,
        int epochs,
        int updates,
        MonitoredMetric? monitor = null,
        IEnumerable<double>? metrics = null
    )
    {
        var values = new Queue<double>(metrics ?? []);
        TrainerSettings settings = TrainerTests.Settings with { Epochs = epochs, BatchSize = 1, Monitor = monitor };
        return new Trainer(step, settings, 1).Run(
            [.. Enumerable.Range(0, updates)],
            metrics is null ? null : () => new(("v", values.Dequeue())),
            NoCheckpoints.Instance,
            "t"
        );
    }
}
