using System.Globalization;
using Research.Data;
using Research.Numerics;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Pipeline.Tests;

/// <summary>An experiment with a trial for each of its points, and a table of what they gave.</summary>
internal sealed record Grid : Experiment
{
    public IReadOnlyList<Trial> Points { get; init; } = [];

    public int Decimals { get; init; } = 1;

    public Trial? Stranger { get; init; }

    public override string Question => "What does each point give?";

    public override IReadOnlyList<Trial> Trials => Points;

    public static Grid Of(params IReadOnlyList<Trial> points) =>
        new()
        {
            Data = [Counting.Three],
            Seeds = [1],
            Points = points,
        };

    /// <summary>Points 1, 2, 3, ….</summary>
    public static Grid Of(int count, int salt = 0) =>
        Of([.. Enumerable.Range(1, count).Select(i => new Point(i) { Salt = salt })]);

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("points", Column.Text("trial"), Column.Number("value", Decimals), Column.Text("times"));
        foreach (Trial trial in Stranger is null ? Points : [Stranger])
        {
            string? times = inputs.Times(trial.Description);
            table.Add(
                trial.Description,
                inputs.Of(trial).Number("value"),
                times is null ? "none" : CsvTable.Parse(times).Header[0]
            );
        }

        return new([], [table]);
    }
}

/// <summary>A second experiment, which may have trials like the first's.</summary>
internal sealed record OtherGrid : Experiment
{
    public IReadOnlyList<Trial> Points { get; init; } = [];

    public override string Question => "And each of these?";

    public override IReadOnlyList<Trial> Trials => Points;

    public static OtherGrid Of(params IReadOnlyList<Trial> points) =>
        new()
        {
            Data = [Counting.Three],
            Seeds = [1],
            Points = points,
        };

    public override Measurement Tabulate(TableInputs inputs) => new([], []);
}

/// <summary>A trial that gives its number, and what it adds from those that it uses.</summary>
internal sealed record Point(int Number) : Trial
{
    public IReadOnlyList<Trial> AddsTo { get; init; } = [];

    public int Salt { get; init; }

    public bool Fails { get; init; }

    public bool IsTimed { get; init; }

    public override string Description => string.Create(CultureInfo.InvariantCulture, $"point {Number}");

    public override IReadOnlyList<DatasetRef> Data => [Counting.Three];

    public override IReadOnlyList<Trial> Uses => AddsTo;

    public override TrialResult Run(TrialInputs inputs)
    {
        inputs.Advance(0.5);
        if (Fails)
        {
            throw new ResearchException("asked to fail");
        }

        double value = Number + AddsTo.Sum(used => inputs.Result(used).Number("value"));
        var timings = new ResultTable(Timings.Name, Column.Number("seconds", 1));
        timings.Add(0.1);
        return new TrialResult
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>> { ["value"] = [value] },
            Timings = IsTimed ? timings : null,
        };
    }
}
