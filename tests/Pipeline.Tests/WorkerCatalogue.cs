using System.Diagnostics;
using System.Globalization;
using Research.Data;
using Research.Numerics;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Pipeline.Tests;

/// <summary>What the tests' program makes as a worker. What its trials do beside, a test orders by files beside their dataset.</summary>
public sealed class WorkerCatalogue : ICatalogue
{
    /// <summary>Folder of the dataset and of the orders, in the project's root.</summary>
    public const string Orders = "orders";

    public IReadOnlyList<Study> Studies { get; } =
    [
        new Study(
            "Tests",
            "Tests",
            TemporaryProject.Claims,
            [],
            _ => [Obedience.Standard, Patience.Standard, Errands.Standard, Crowd.Standard]
        )
        {
            Source = typeof(WorkerCatalogue),
        },
    ];

    internal static FolderDataset Data { get; } = new("orders", Orders, "*.txt", Read);

    private static IReadOnlyList<Item> Read(string folder) => [new Item(folder, "one", "nobody", null, new Waveform([1], 1))];
}

/// <summary>Six trials, each of which dies once where a file asks for it.</summary>
internal sealed record Obedience : Experiment
{
    public static Obedience Standard => new() { Data = [WorkerCatalogue.Data], Seeds = [1] };

    public override string Question => "Who dies?";

    public override IReadOnlyList<Trial> Trials => [.. Enumerable.Range(1, 6).Select(i => new Obedient(i))];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("values", Column.Count("value"));
        foreach (Trial trial in Trials)
        {
            table.Add((int)inputs.Of(trial).Number("value"));
        }

        return new([], [table]);
    }
}

internal sealed record Obedient(int Number) : Trial
{
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"trial {Number}");

    public override IReadOnlyList<DatasetRef> Data => [WorkerCatalogue.Data];

    public override TrialResult Run(TrialInputs inputs)
    {
        string order = Path.Combine(inputs.Open(Data[0]).Items[0].Id, $"die-{Number}");
        if (File.Exists(order))
        {
            File.Delete(order);
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }

        return new() { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["value"] = [Number] } };
    }
}

/// <summary>Two trials at once, one of which waits until it has both threads.</summary>
internal sealed record Patience : Experiment
{
    public static Patience Standard => new() { Data = [WorkerCatalogue.Data], Seeds = [1] };

    public override string Question => "How many threads has who is left over?";

    public override IReadOnlyList<Trial> Trials => [new Patient(1), new Patient(2)];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("threads", Column.Count("threads"));
        table.Add((int)inputs.Of(Trials[1]).Number("threads"));
        return new([], [table]);
    }
}

internal sealed record Patient(int Threads) : Trial
{
    private const int MostSeconds = 60;

    public override string Description => string.Create(CultureInfo.InvariantCulture, $"waits for {Threads}");

    public override IReadOnlyList<DatasetRef> Data => [WorkerCatalogue.Data];

    public override TrialResult Run(TrialInputs inputs)
    {
        var clock = Stopwatch.StartNew();
        while (ParallelLoop.Threads < Threads)
        {
            inputs.Advance(0); // ends a run that was stopped
            Thread.Yield();
            if (clock.Elapsed.TotalSeconds > MostSeconds)
            {
                throw new ResearchException("it was given no second thread");
            }
        }

        return new() { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["threads"] = [ParallelLoop.Threads] } };
    }
}
