using Research.Results.Statistics;
using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>mcnemar.csv: do the two models that validate best err differently on the test items?</summary>
public static class BestTwo
{
    /// <summary>Models are ranked by mean accuracy on one split and compared, seed by seed, on another.</summary>
    public static ResultTable Compare(IReadOnlyList<ClassRun> runs, string rankedOn, string comparedOn)
    {
        string[] best =
        [
            .. runs.Where(run => run.Split == rankedOn)
                .GroupBy(run => run.Variant)
                .OrderByDescending(group => group.Sum(run => run.Confusion.Correct))
                .Take(2)
                .Select(group => group.Key),
        ];
        var table = new ResultTable(
            "mcnemar",
            Column.Text("first"),
            Column.Text("second"),
            Column.Text("seed"),
            Column.Count("only_first_right"),
            Column.Count("only_second_right"),
            Column.Number("p", 6)
        );
        ClassRun[] compared = [.. runs.Where(run => run.Split == comparedOn)];
        foreach (ClassRun first in compared.Where(run => run.Variant == best[0]))
        {
            ClassRun second = compared.Single(run => run.Variant == best[1] && run.Seed == first.Seed);
            McNemar test = McNemar.Of(first.Predictions.Truth, first.Predictions.Predicted, second.Predictions.Predicted);
            table.Add(best[0], best[1], $"{first.Seed}", test.OnlyFirst, test.OnlySecond, test.PValue);
        }

        return table;
    }
}
