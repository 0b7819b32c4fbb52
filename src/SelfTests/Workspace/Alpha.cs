using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Workspace.Small;

public sealed record Alpha : Experiment
{
    public required int size { get; init; }

    public required int Other { get; init; }

    public required double Ratio { get; init; }

    public required Mode Mode { get; init; }

    public required string Note { get; init; }

    public required int DelayMilliseconds { get; init; }

    public override string Question => "What do many ways through the code add up to?";

    public override IReadOnlyList<Trial> Trials => [Sum(size), Sum(Other)];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("sums", Column.Text("what"), Column.Number("value", 3));
        foreach (Trial trial in Trials)
        {
            foreach ((string name, IReadOnlyList<double> values) in inputs.Of(trial).Numbers)
            {
                table.Add($"{trial.Description}: {name}", values[0]);
            }
        }

        return new([Total(inputs)], [table]);
    }

    private Figure Total(TableInputs inputs) =>
        new()
        {
            Variant = "all",
            Split = "test",
            Metric = "total",
            Runs = [Metrics.Total(inputs.Of(Trials[0]))],
            IsShare = false,
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

    private Sum Sum(int start) =>
        new()
        {
            Dataset = Data[0],
            Start = start,
            Ratio = Ratio,
            Mode = Mode,
            Note = Note,
            DelayMilliseconds = DelayMilliseconds,
            Seed = Seeds[0],
        };
}

public static class Metrics
{
    public static double Total(TrialResult result) => result.Numbers.Values.Sum(values => values[0]) + 5;
}
