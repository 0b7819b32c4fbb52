using Research.Data;
using Research.Data.Splits;
using Research.Pipeline;
using Research.Results.Charts;

namespace Research.Experiments.Digits;

/// <summary>Does hearing the digit backwards too help?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 14.7 (claim digits-2-118): one bidirectional layer of 60, dropout 0.3, L2 0.0001; the last states of both
/// directions go to the linear layer. Early stopping as in Digits.Lstm.</para>
/// <para>Run: ./build.sh --target Digits.BiLstm --profile paper. Cost: about 2 min on two cores.</para>
/// </remarks>
public sealed record BiLstm : Experiment
{
    public override string Question => "Does an LSTM that also runs backwards recognise digits better?";

    // Data
    public required double ValidationFraction { get; init; }

    // Features and models
    /// <summary>The published network first.</summary>
    public required IReadOnlyList<LstmVariant> Variants { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [.. Variants.Select(variant => variant.Frames.On(Data[0]))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            LossCurves.Chart(),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        int[] classes = data.Classes();
        int[] test = data.Of(Part.Test);
        var outcomes = new List<Outcome>();
        var runs = new List<(string, ulong, LstmRun)>();
        foreach (LstmVariant variant in Variants)
        {
            foreach (ulong seed in Seeds)
            {
                Split split = HmmTrial.Validation(data, ValidationFraction, seed);
                LstmRun run = LstmTrial.Run(
                    lab,
                    $"{variant.Words}/seed {seed}",
                    lab.Read(variant.Frames.On(Data[0])),
                    classes,
                    data.Labels.Count,
                    split,
                    variant,
                    seed,
                    1.0 / (Variants.Count * Seeds.Count),
                    split.Test,
                    test
                );
                runs.Add((variant.Words, seed, run));
                outcomes.Add(Part("validation", split.Test, run.Predicted[0]));
                outcomes.Add(Part("test", test, run.Predicted[1]));

                Outcome Part(string name, int[] items, int[] predicted) =>
                    new(variant.Words, name, seed, [.. items.Select(i => classes[i])], predicted, data.Labels.Count);
            }
        }

        Dictionary<(string, string), string> claims = data.Synthetic
            ? []
            : new() { [(Variants[0].Words, "test")] = "digits-2-118" };
        Outcome[] shown = [.. outcomes.Where(outcome => outcome.Seed == Seeds[0])];
        return new(
            [.. Outcome.Figures(outcomes, claims)],
            [
                Outcome.Runs(outcomes),
                Outcome.ConfusionTable(shown, data.Labels),
                Outcome.ClassTable(shown, data.Labels),
                LossCurves.Table(runs),
            ]
        );
    }
}
