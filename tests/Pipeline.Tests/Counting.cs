using Research.Data;
using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline.Tests;

/// <summary>The smallest experiment: counts clips, and the rows of their features.</summary>
internal sealed record Counting : Experiment
{
    public static Counting Standard => new() { Data = [Three], Seeds = [1] };

    public static DatasetRef Three { get; } = new GeneratedDataset("three", MakeThree);

    public bool Fail { get; init; }

    public bool OpenOther { get; init; }

    public bool ReadOther { get; init; }

    public int Scale { get; init; } = 1;

    public long NeedsBytes { get; init; }

    public int PauseMilliseconds { get; init; }

    public override long MemoryBytes => NeedsBytes;

    public override string Question => "How many clips are there?";

    public override IReadOnlyList<FeatureSet> Features => [new Ones { Data = Data[0] }];

    public override Measurement Tabulate(TableInputs inputs)
    {
        Thread.Sleep(PauseMilliseconds);
        int clips = inputs.Open(OpenOther ? new GeneratedDataset("other", MakeThree) : Data[0]).Items.Count;
        int rows = inputs.Read(ReadOther ? new Twos { Data = Data[0] } : Features[0]).Sum(clip => clip.Rows);
        var table = new ResultTable("counts", Column.Text("what"), Column.Count("n"));
        table.Add("clips", Scale * clips);
        table.Add("rows", rows);
        Figure figure = new()
        {
            Variant = "clips",
            Split = "all",
            Metric = "n",
            Runs = [clips],
            Answers = new ClaimKey
            {
                Document = "d",
                Experiment = "e",
                Dataset = "s",
                Model = "m",
                Variant = "v",
                Split = "test",
                Quantity = "n",
            },
        };
        return Fail ? throw new ResearchException("asked to fail") : new([figure], [table]);
    }

    private static Dataset MakeThree() =>
        new("three", "1", "digest of three", Synthetic: true, [.. Enumerable.Range(0, 3).Select(MakeItem)]);

    private static Item MakeItem(int i) => new($"{i}", $"{i}", "s", null, new Waveform([i], 8000));
}

/// <summary>Features that count how often they were computed of the dataset "counted", which one test alone uses.</summary>
internal sealed record Ones : FeatureSet
{
    public static int Computed;

    public static DatasetRef Counted { get; } =
        new GeneratedDataset(
            "counted",
            static () => new("counted", "1", "one", Synthetic: true, [new("a", "a", "s", null, new Waveform([1], 8000))])
        );

    public override string Name => "ones";

    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        if (inputs.Data.Id == "counted")
        {
            Interlocked.Increment(ref Computed);
        }

        return [.. inputs.Data.Items.Select(_ => new Matrix(2, 1))];
    }
}

/// <summary>Features that no experiment lists.</summary>
internal sealed record Twos : FeatureSet
{
    public override string Name => "twos";

    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(_ => new Matrix(2, 2))];
}

/// <summary>A second experiment on the same features.</summary>
internal sealed record CountingAgain : Experiment
{
    public static CountingAgain Standard => new() { Data = [Counting.Three], Seeds = [1] };

    public long NeedsBytes { get; init; }

    public int PauseMilliseconds { get; init; }

    public override long MemoryBytes => NeedsBytes;

    public override string Question => "And again?";

    public override IReadOnlyList<FeatureSet> Features => [new Ones { Data = Data[0] }];

    public override Measurement Tabulate(TableInputs inputs)
    {
        Thread.Sleep(PauseMilliseconds);
        var table = new ResultTable("counts", Column.Count("n"));
        table.Add(inputs.Read(Features[0]).Length);
        return new([], [table]);
    }
}
