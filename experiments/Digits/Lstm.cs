using Research.Data;
using Research.Data.Splits;
using Research.Experiments.Recognition;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;

namespace Research.Experiments.Digits;

/// <summary>Can an LSTM over MFCC frames recognise spoken digits, and what do regularisation and early stopping change?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 step 14 (claims digits-1-038 to 040, digits-2-071 to 110 and 117). Packed batches, the last valid
/// output, a linear layer, cross-entropy, Adam; frames standardised on the training part.</para>
/// <para>Deviations: digits-1 names neither units nor learning rate (its 135 steps an epoch say batches of 16): 60 units and 0.001 are
/// ours. Dropout acts before the linear layer too, as one layer has nothing between layers. Early stopping looks at the validation loss.</para>
/// <para>Run: ./build.sh --target Digits.Lstm --profile paper. Cost: about 4 min on two cores.</para>
/// </remarks>
public sealed record Lstm : Experiment, ITrainsModels
{
    public override string Question => "Can an LSTM over MFCC frames recognise spoken digits?";

    // Data
    public required double ValidationFraction { get; init; }

    // Features and models
    /// <summary>The five epochs of digits-1, plain and regularised.</summary>
    public required LstmVariant Plain { get; init; }

    public required LstmVariant Regularised { get; init; }

    /// <summary>The forty epochs whose training losses digits-2 prints.</summary>
    public required LstmVariant Printed { get; init; }

    /// <summary>The early-stopped run of digits-2.</summary>
    public required LstmVariant Stopped { get; init; }

    /// <summary>Further settings, tested and without published figures.</summary>
    public required IReadOnlyList<LstmVariant> Others { get; init; }

    private LstmVariant[] All => [Plain, Regularised, Printed, Stopped, .. Others];

    public override IReadOnlyList<FeatureSet> Features => [.. All.Select(variant => variant.Frames.On(Data[0]))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            LossCurves.Chart(),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
        ];

    public IReadOnlyList<TrainedModel> Models()
    {
        var settings = new LstmRecognizerSettings(DigitFrontEnd.Telephone(Kept.Frames), Kept.Network);
        return [new(TrainedFile.NameOf(Data[0].Id), LstmRecognizer.KindName, settings)];
    }

    // The best of those that were not published, where there is one: one layer of 60 over 13 MFCC.
    private LstmVariant Kept => Others.Count > 1 ? Others[1] : Stopped;

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        var outcomes = new List<Outcome>();
        var runs = new List<(string Variant, ulong Seed, LstmRun Run)>();
        foreach (LstmVariant variant in All)
        {
            foreach (ulong seed in Seeds)
            {
                Split split = HmmTrial.Validation(data, ValidationFraction, seed);
                LstmRun run = Train(lab, data, variant, split, seed);
                runs.Add((variant.Words, seed, run));
                outcomes.AddRange(Outcomes(data, variant, split, seed, run));
            }
        }

        Outcome[] shown = [.. outcomes.Where(outcome => outcome.Seed == Seeds[0])];
        return new(
            [.. Figures(data, outcomes, runs)],
            [
                Outcome.Runs(outcomes),
                Outcome.ConfusionTable(shown, data.Labels),
                LossCurves.Table(runs),
                BestTwo.Compare(outcomes, "validation", "test"),
            ]
        )
        {
            Files = new Dictionary<string, byte[]> { [TrainedFile.NameOf(data.Id)] = Trained(lab, data).ToTrainedFile() },
        };
    }

    private LstmRecognizer Trained(Lab lab, Dataset data)
    {
        Split split = HmmTrial.Validation(data, ValidationFraction, Seeds[0]);
        string name = $"{Kept.Words}/seed {Seeds[0]}";
        return LstmRecognizer.Of(lab, name, data, lab.Read(Kept.Frames.On(Data[0])), Kept, split, Seeds[0]);
    }

    private LstmRun Train(Lab lab, Dataset data, LstmVariant variant, Split split, ulong seed) =>
        LstmTrial.Run(
            lab,
            $"{variant.Words}/seed {seed}",
            lab.Read(variant.Frames.On(Data[0])),
            data.Classes(),
            data.Labels.Count,
            split,
            variant,
            seed,
            1.0 / (All.Length * Seeds.Count),
            split.Test,
            data.Of(Part.Test)
        );

    private static IEnumerable<Outcome> Outcomes(Dataset data, LstmVariant variant, Split split, ulong seed, LstmRun run)
    {
        int[] classes = data.Classes();
        int[] test = data.Of(Part.Test);
        int labels = data.Labels.Count;
        yield return new(variant.Words, "validation", seed, [.. split.Test.Select(i => classes[i])], run.Predicted[0], labels);
        yield return new(variant.Words, "test", seed, [.. test.Select(i => classes[i])], run.Predicted[1], labels);
    }

    private IEnumerable<Figure> Figures(
        Dataset data,
        List<Outcome> outcomes,
        List<(string Variant, ulong Seed, LstmRun Run)> runs
    )
    {
        int items = outcomes[0].Truth.Length;
        var stopped = new Dictionary<(string, string), string> { [(Stopped.Words, "validation")] = "digits-2-117" };
        IEnumerable<Figure> printed = LossCurves.TrainLoss(Printed.Words, Of(Printed), epoch => $"digits-2-{70 + epoch:D3}");
        IEnumerable<Figure> all = Outcome.Figures(outcomes, stopped).Concat(printed);
        if (Plain.Training.Epochs >= 3)
        {
            Dictionary<int, string> plain = new() { [2] = "digits-1-038", [3] = "digits-1-039" };
            all = all.Concat(LossCurves.ValidationAccuracy(Plain.Words, Of(Plain), items, plain));
            Dictionary<int, string> regularised = new() { [1] = "digits-1-040" };
            all = all.Concat(LossCurves.ValidationAccuracy(Regularised.Words, Of(Regularised), items, regularised));
        }

        return data.Synthetic ? all.Select(figure => figure with { Claim = null }) : all;

        LstmRun[] Of(LstmVariant variant) => [.. runs.Where(run => run.Variant == variant.Words).Select(run => run.Run)];
    }
}
