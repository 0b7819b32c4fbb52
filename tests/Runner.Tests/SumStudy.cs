using Research.Data;
using Research.Pipeline;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Runner.Tests;

/// <summary>A study of one experiment, which adds three numbers.</summary>
public sealed class SumStudy : OwnStudy
{
    public override string Title => "Sums";
}

internal sealed record Sums : Experiment, IStudyExperiment
{
    private static GeneratedDataset Numbers =>
        new("numbers", () => new Dataset("numbers", "1", "sha256:none", true, [.. new[] { 1.0, 2, 3 }.Select(One)]));

    public override string Question => "What do they add up to?";

    public static int Order => 1;

    public static Experiment? In(Profile profile) => profile == Profile.Quick ? new Sums { Data = [Numbers], Seeds = [1] } : null;

    public override IReadOnlyList<Trial> Trials => [new Sum(Data[0])];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("sums", Column.Text("what"), Column.Number("value", 1));
        table.Add("all", inputs.Of(Trials[0]).Number("sum"));
        return new([], [table]);
    }

    private static Item One(double value) =>
        new(FormattableString.Invariant($"{value}"), "one", "nobody", null, new Waveform([value / 8], 8000));
}

internal sealed record Sum(DatasetRef Dataset) : Trial
{
    public override string Description => "sum";

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override TrialResult Run(TrialInputs inputs) =>
        new()
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                ["sum"] = [inputs.Open(Dataset).Items.Sum(item => 8 * item.Waveform.Samples[0])],
            },
        };
}
