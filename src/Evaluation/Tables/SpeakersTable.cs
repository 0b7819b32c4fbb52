using Research.Results.Charts;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>speakers.csv: one row for each speaker who was left out.</summary>
public static class SpeakersTable
{
    private const string Name = "speakers";

    /// <summary>The split's name in tables.</summary>
    public const string LeftOut = "leave-one-speaker-out";

    public static ResultTable New() =>
        new(
            Name,
            [
                .. Column.Texts("variant", "seed", "speaker_left_out"),
                .. Column.Counts("correct", "items"),
                Column.Number("accuracy", 6),
            ]
        );

    /// <summary>The accuracies of each speaker, first seed.</summary>
    public static BarChart Chart(string says) =>
        new(Name, "Speaker by speaker, first seed", says)
        {
            Where = new Dictionary<string, string> { ["seed"] = "1" },
            Labels = ["variant", "speaker_left_out"],
            Value = new("accuracy", "accuracy"),
        };

    /// <summary>Adds what was predicted for the items of one speaker.</summary>
    public static void Add(ResultTable table, string variant, ulong seed, string speaker, ClassPredictions fold)
    {
        int correct = fold.Items.Where((_, i) => fold.Predicted[i] == fold.Truth[i]).Count();
        table.Add(variant, $"{seed}", speaker, correct, fold.Items.Count, (double)correct / fold.Items.Count);
    }

    /// <summary>Adds every speaker of predictions for all items, in ordinal order.</summary>
    /// <param name="speakerOf">The speaker of an item.</param>
    public static void AddEach(ResultTable table, ClassRun run, Func<string, string> speakerOf)
    {
        ClassPredictions all = run.Predictions;
        foreach (
            IGrouping<string, int> speaker in Enumerable
                .Range(0, all.Items.Count)
                .GroupBy(i => speakerOf(all.Items[i]))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            Add(table, run.Variant, run.Seed, speaker.Key, Part(all, [.. speaker]));
        }
    }

    private static ClassPredictions Part(ClassPredictions all, int[] places) =>
        all with
        {
            Items = [.. places.Select(i => all.Items[i])],
            Truth = [.. places.Select(i => all.Truth[i])],
            Predicted = [.. places.Select(i => all.Predicted[i])],
            Probabilities = null,
        };
}
