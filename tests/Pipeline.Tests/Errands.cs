using System.Diagnostics;
using System.Globalization;
using Research.Data;
using Research.Numerics;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Pipeline.Tests;

/// <summary>Trials that other machines can make: they read nothing of the checkout. What they do beside, a test orders by files in their worker's current folder.</summary>
internal sealed record Errands : Experiment
{
    public static Errands Standard => new() { Data = [Counting.Three], Seeds = [1] };

    public override string Question => "Who ran where?";

    public override IReadOnlyList<FeatureSet> Features => [new Ones { Data = Data[0] }];

    public override IReadOnlyList<Trial> Trials => [.. Enumerable.Range(1, 5).Select(i => new Errand(i))];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("values", Column.Text("trial"), Column.Number("value", 3));
        foreach (Trial trial in Trials)
        {
            table.Add(trial.Description, inputs.Of(trial).Number("value"));
        }

        return new([], [table]);
    }
}

/// <summary>Ten steps with a state saved at each; the value tells every step and every row of the features.</summary>
internal sealed record Errand(int Number) : Trial
{
    /// <summary>A file that a test puts where workers run: there, orders are obeyed and each run is noted.</summary>
    public const string Runs = "runs";

    private const int Steps = 10;
    private const int DiskIsFull = 28; // ENOSPC

    public override string Description => string.Create(CultureInfo.InvariantCulture, $"errand {Number}");

    public override IReadOnlyList<DatasetRef> Data => [Counting.Three];

    public override IReadOnlyList<FeatureSet> Features => [new Ones { Data = Counting.Three }];

    public override TrialResult Run(TrialInputs inputs)
    {
        (int done, double value) = (0, 0);
        inputs.Checkpoints.Resume("errand", reader => (done, value) = (reader.ReadInt32(), reader.ReadDouble()));
        if (File.Exists(Runs))
        {
            File.AppendAllText($"ran-{Number}", string.Create(CultureInfo.InvariantCulture, $"from {done}\n"));
            Obey();
        }

        while (done < Steps)
        {
            (done, value) = (done + 1, value + (Number / 3.0) + inputs.Read(Features[0]).Length);
            inputs.Checkpoints.Save("errand", writer => Write(writer, done, value));
            inputs.Advance(1.0 / Steps);
            while (done == 5 && File.Exists($"wait-{Number}"))
            {
                File.WriteAllText($"waits-{Number}", ""); // whoever ends it here knows its state
                inputs.Advance(0); // ends it where the worker was asked to end
                Thread.Sleep(20);
            }
        }

        return new() { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["value"] = [value] } };
    }

    private static void Write(BinaryWriter writer, int done, double value)
    {
        writer.Write(done);
        writer.Write(value);
    }

    private void Obey()
    {
        if (Ordered("die"))
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(60_000);
        }

        if (Ordered("fill"))
        {
            throw new IOException("No space left on device", DiskIsFull);
        }

        if (Ordered("fail"))
        {
            throw new ResearchException("asked to fail");
        }
    }

    private bool Ordered(string what)
    {
        string order = $"{what}-{Number}";
        bool ordered = File.Exists(order);
        File.Delete(order);
        return ordered;
    }
}

/// <summary>Two hundred of them.</summary>
internal sealed record Crowd : Experiment
{
    public static Crowd Standard => new() { Data = [Counting.Three], Seeds = [1] };

    public override string Question => "And many?";

    public override IReadOnlyList<FeatureSet> Features => [new Ones { Data = Data[0] }];

    public override IReadOnlyList<Trial> Trials => [.. Enumerable.Range(101, 200).Select(i => new Errand(i))];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("values", Column.Text("trial"), Column.Number("value", 3));
        foreach (Trial trial in Trials)
        {
            table.Add(trial.Description, inputs.Of(trial).Number("value"));
        }

        return new([], [table]);
    }
}
