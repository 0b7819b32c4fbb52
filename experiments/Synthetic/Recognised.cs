using Research.Data;
using Research.Experiments.Digits;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Experiments.Synthetic;

/// <summary>Does a recogniser that was trained on people understand the synthesised digits?</summary>
/// <remarks>
/// <para>GMM-HMMs over MFCC frames learn FSDD's training part (six men) and are given every utterance of synthetic-digits, which no person spoke, beside FSDD's own
/// test part. Frames are taken as they are, or normalised within each utterance, which takes level, channel and some of the voice away.</para>
/// <para>What is asked of the corpus: at least 0.6 of its ten classes right, where chance is 0.1.
/// Run: ./build.sh --target Synthetic.Recognised --profile paper. Cost: about 20 s on two cores.</para>
/// </remarks>
public sealed record Recognised : Experiment
{
    private const string OnSynthetic = "synthetic-digits";

    public override string Question => "Does a recogniser that was trained on people understand the synthesised digits?";

    // Data: people first, then the synthesised
    // Features
    public required Frames Frames { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [Frames.On(Data[0]), Frames.On(Data[1])];

    // Model
    public required HmmSettings Hmm { get; init; }

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Trained on FSDD's men; tested on FSDD's test part and on the synthesised digits.", null),
            MatrixChart.Confusion("Which synthesised digit is heard as which, first seed.", OnSynthetic),
            new BarChart
            {
                Table = "speakers",
                Title = "Synthesised speakers",
                Says =
                    "Share of each synthesised speaker's digits that are recognised, frames normalised, first seed; every third speaker has a high voice.",
                Where = new Dictionary<string, string> { ["variant"] = "normalised per utterance" },
                Labels = ["speaker"],
                Value = "accuracy",
                ValueTitle = "accuracy",
            },
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        (Dataset people, Dataset synthetic) = (lab.Open(Data[0]), lab.Open(Data[1]));
        Matrix[] clips = [.. lab.Read(Frames.On(Data[0])), .. lab.Read(Frames.On(Data[1]))];
        int[] classes = [.. people.Classes(), .. synthetic.Classes()];
        int[] test = people.Of(Part.Test);
        int[] made = [.. Enumerable.Range(people.Clips.Count, synthetic.Clips.Count)];
        var outcomes = new List<Outcome>();
        foreach (bool normalised in new[] { true, false })
        {
            Matrix[] given = normalised ? Work.Select(clips.Length, i => Standardizer.PerUtterance(clips[i])) : clips;
            string words = normalised ? "normalised per utterance" : "frames as they are";
            foreach (ulong seed in Seeds)
            {
                int[][] predicted = HmmTrial.Predict(
                    lab,
                    $"{words}/seed {seed}",
                    given,
                    classes,
                    people.Labels.Count,
                    people.Of(Part.Train),
                    Hmm,
                    seed,
                    made,
                    test
                );
                outcomes.Add(new(words, OnSynthetic, seed, [.. made.Select(i => classes[i])], predicted[0], people.Labels.Count));
                outcomes.Add(new(words, "fsdd test", seed, [.. test.Select(i => classes[i])], predicted[1], people.Labels.Count));
                lab.Advance(0.5 / Seeds.Count);
            }
        }

        Outcome[] shown = [.. outcomes.Where(run => run.Seed == Seeds[0] && run.Split == OnSynthetic)];
        return new(
            [.. Outcome.Figures(outcomes, new Dictionary<(string, string), string>())],
            [Outcome.Runs(outcomes), Outcome.ConfusionTable(shown, people.Labels), Speakers(synthetic, shown)]
        );
    }

    private static ResultTable Speakers(Dataset data, IEnumerable<Outcome> outcomes)
    {
        var table = new ResultTable(
            "speakers",
            Column.Text("variant"),
            Column.Text("speaker"),
            Column.Count("correct"),
            Column.Count("items"),
            Column.Number("accuracy", 6)
        );
        foreach (Outcome run in outcomes)
        {
            foreach (
                var own in Enumerable
                    .Range(0, data.Clips.Count)
                    .GroupBy(i => data.Clips[i].Speaker)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
            )
            {
                int correct = own.Count(i => run.Predicted[i] == run.Truth[i]);
                table.Add(run.Variant, own.Key, correct, own.Count(), (double)correct / own.Count());
            }
        }

        return table;
    }
}
