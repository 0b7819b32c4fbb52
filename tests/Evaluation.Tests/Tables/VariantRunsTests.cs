using Research.Data;
using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class VariantRunsTests
{
    private static readonly ClaimKey Key = new()
    {
        Document = "d",
        Experiment = "e",
        Dataset = "s",
        Quantity = "accuracy",
    };

    private static readonly VariantRuns<string> Runs = new(
        ["n", "m"],
        [2, 1],
        variant => $"model {variant}",
        (variant, seed) => new Named($"{variant}{seed}")
    );

    // The trials n2, n1, m2, m1 predict what their names say of two items.
    private static readonly TableInputs Inputs = new()
    {
        Experiment = new Nothing { Data = [], Seeds = [] },
        Opening = _ => throw new InvalidOperationException("No dataset is opened."),
        Reading = _ => throw new InvalidOperationException("No features are read."),
        Results = name => new TrialResult
        {
            Predictions =
            [
                Samples.Predicted("ab", name.StartsWith('n') ? "ab" : "aa", part: SubsetNames.Validation),
                Samples.Predicted("ab", name.EndsWith('2') ? "ab" : "bb", part: SubsetNames.Test),
            ],
            Curve = new TrainingCurve(
                [name],
                [
                    [0.5],
                ],
                1
            ),
        },
        Times = _ => null,
    };

    [Fact]
    public void Every_variant_seed_and_part_is_a_run_in_that_order()
    {
        ClassRun[] runs = Runs.Tabulate(Inputs, (variant, part) => variant == "m" && part == SubsetNames.Test ? Key : null);
        Assert.Equal(
            [
                ("model n", 2UL, "validation", 1.0),
                ("model n", 2, "test", 1),
                ("model n", 1, "validation", 1),
                ("model n", 1, "test", 0.5),
                ("model m", 2, "validation", 0.5),
                ("model m", 2, "test", 1),
                ("model m", 1, "validation", 0.5),
                ("model m", 1, "test", 0.5),
            ],
            runs.Select(run => (run.Variant, run.Seed, run.Split, run.Confusion.Accuracy))
        );
        Assert.Equal([5, 7], Enumerable.Range(0, 8).Where(i => runs[i].Answers == Key));
    }

    [Fact]
    public void Every_variant_and_seed_has_its_curve() =>
        Assert.Equal(
            [("model n", 2UL, "n2"), ("model n", 1, "n1"), ("model m", 2, "m2"), ("model m", 1, "m1")],
            Runs.Curves(Inputs).Select(own => (own.Variant, own.Seed, own.Curve.Metrics.Single()))
        );

    private sealed record Named(string Name) : Trial
    {
        public override string Description => Name;

        public override IReadOnlyList<DatasetRef> Data => [];

        public override TrialResult Run(TrialInputs inputs) => throw new NotSupportedException("No test runs it.");
    }

    private sealed record Nothing : Experiment
    {
        public override string Question => "None?";

        public override Measurement Tabulate(TableInputs inputs) => throw new NotSupportedException("No test runs it.");
    }
}
