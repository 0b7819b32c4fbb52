using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>voices.csv: how often a background refuses the recordings of a speaker whom it has not heard.</summary>
public sealed class VoicesTable
{
    private readonly List<Figure> _figures = [];
    private readonly ResultTable _table = new(
        "voices",
        [.. Column.Texts("recordings", "voice"), .. Column.Counts("items", "refused"), .. Column.Numbers(4, "refused_share")]
    );

    /// <summary>A row for each voice; a figure for each dataset, its mean over the voices.</summary>
    /// <param name="trials">Backgrounds of a dataset, each without one group, by which it was tested.</param>
    public static Measurement Of(TableInputs inputs, IEnumerable<BackgroundTrial> trials)
    {
        var table = new VoicesTable();
        foreach (IGrouping<string, BackgroundTrial> dataset in trials.GroupBy(trial => trial.Dataset.Id))
        {
            double[] shares = [.. dataset.Select(trial => table.Add(trial, inputs.Of(trial)))];
            table._figures.Add(
                new()
                {
                    Variant = $"background, {dataset.Key}",
                    Split = "a voice not heard",
                    Metric = "refused",
                    Runs = shares,
                }
            );
        }

        return new(table._figures, [table._table]);
    }

    private double Add(BackgroundTrial trial, TrialResult result)
    {
        var range = FamiliarRange.Of(Familiarity.Of(result, SubsetNames.Validation)!);
        IReadOnlyList<double> heard = Familiarity.Of(result, SubsetNames.Test)!;
        int refused = heard.Count(range.IsStranger);
        double share = (double)refused / heard.Count;
        _table.Add(trial.Dataset.Id, ((GroupLeftOut)trial.Protocol).Group, heard.Count, refused, share);
        return share;
    }
}
