using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class VoicesTableTests
{
    private static readonly BackgroundTrial WithoutAnn = Without("ann", "digits");
    private static readonly BackgroundTrial WithoutBob = Without("bob", "digits");
    private static readonly BackgroundTrial WithoutCid = Without("cid", "sentences");

    [Fact]
    public void Each_voice_has_a_row_and_each_dataset_a_figure_over_its_voices()
    {
        Measurement measured = VoicesTable.Of(Inputs(), [WithoutAnn, WithoutBob, WithoutCid]);
        Assert.Equal(
            [
                ["digits", "ann", "4", "1", "0.2500"],
                ["digits", "bob", "2", "2", "1.0000"],
                ["sentences", "cid", "1", "0", "0.0000"],
            ],
            Assert.Single(measured.Tables).Rows
        );
        Assert.Equal(
            [("background, digits", 0.625), ("background, sentences", 0)],
            measured.Figures.Select(figure => (figure.Variant, figure.Mean))
        );
        Assert.All(measured.Figures, figure => Assert.Equal(("a voice not heard", "refused"), (figure.Split, figure.Metric)));
    }

    // The familiar range begins with 2, the least of the validation part.
    private static TrialResult ResultOf(params double[] tested) =>
        new()
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [Familiarity.NameOf(SubsetNames.Validation)] = [3, 2, 4],
                [Familiarity.NameOf(SubsetNames.Test)] = tested,
            },
        };

    private static BackgroundTrial Without(string voice, string data) =>
        new()
        {
            ModelName = $"all but {voice}",
            Dataset = Samples.Named(data),
            Protocol = new GroupLeftOut { Group = voice, Validation = new NoValidation() },
            Seed = 1,
        };

    private static TableInputs Inputs()
    {
        var results = new Dictionary<string, TrialResult>
        {
            [WithoutAnn.Description] = ResultOf(1.9, 2, 2.1, 9),
            [WithoutBob.Description] = ResultOf(double.NaN, double.NegativeInfinity),
            [WithoutCid.Description] = ResultOf(5),
        };
        return new()
        {
            Experiment = new None { Data = [], Seeds = [] },
            Opening = _ => throw new NotSupportedException(),
            Reading = _ => throw new NotSupportedException(),
            Results = name => results[name],
            Times = _ => null,
        };
    }

    private sealed record None : Experiment
    {
        public override string Question => "";

        public override IReadOnlyList<Trial> Trials => [];

        public override Measurement Tabulate(TableInputs inputs) => throw new NotSupportedException();
    }
}
