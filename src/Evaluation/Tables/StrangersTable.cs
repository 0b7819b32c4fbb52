using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>strangers.csv: how often models refuse recordings of their own classes, which they did not learn from, and of none of their classes.</summary>
public sealed class StrangersTable
{
    private const string Refused = "refused";

    private readonly List<Figure> _figures = [];
    private readonly ResultTable _table = new(
        "strangers",
        [
            .. Column.Texts("model", "recordings", "of"),
            .. Column.Counts("items", "refused"),
            .. Column.Numbers(4, "refused_share", "certainty", "certainty_as_it_is"),
        ]
    );

    /// <summary>A row for the tested part of each model's own data, then one for each dataset of strangers.</summary>
    public static Measurement Of(TableInputs inputs, IEnumerable<StrangersTrial> trials)
    {
        var table = new StrangersTable();
        foreach (IGrouping<string, StrangersTrial> model in trials.GroupBy(trial => trial.ModelName))
        {
            Trial trained = model.First().Trained;
            TrialResult result = inputs.Of(trained);
            TrialResult? background = model.First().Background is { } known ? inputs.Of(known) : null;
            ModelCard card = StrangersTrial.CardOf(inputs.Open(trained.Data[0]), result, background);
            table.AddOwn((model.Key, trained.Data[0].Id), result, background ?? result, card);
            foreach (StrangersTrial trial in model)
            {
                TrialResult heard = inputs.Of(trial);
                table.Add(
                    (model.Key, trial.Strangers.Id, "none of its classes"),
                    card.Familiar,
                    heard.Numbers[StrangersTrial.Familiarities],
                    heard.Numbers[StrangersTrial.Certainties],
                    heard.Numbers[StrangersTrial.CertaintiesAsTheyAre]
                );
            }
        }

        return new(table._figures, [table._table]);
    }

    private void AddOwn((string Model, string Data) names, TrialResult result, TrialResult familiar, ModelCard card)
    {
        double[][] probabilities = result.Classes(SubsetNames.Test).Probabilities!;
        Add(
            (names.Model, names.Data, "its classes, not learned from"),
            card.Familiar,
            Familiarity.Of(familiar, SubsetNames.Test)!,
            [.. probabilities.Select(row => card.Calibration.Apply(row).Max())],
            [.. probabilities.Select(row => row.Max())]
        );
    }

    private void Add(
        (string Model, string Data, string Of) names,
        FamiliarRange range,
        IReadOnlyList<double> familiarity,
        IReadOnlyList<double> certainty,
        IReadOnlyList<double> asItIs
    )
    {
        int refused = familiarity.Count(range.IsStranger);
        double share = (double)refused / familiarity.Count;
        _table.Add(
            names.Model,
            names.Data,
            names.Of,
            familiarity.Count,
            refused,
            share,
            OrderedSum.Mean([.. certainty]),
            OrderedSum.Mean([.. asItIs])
        );
        _figures.Add(
            new()
            {
                Variant = names.Model,
                Split = names.Data,
                Metric = Refused,
                Runs = [share],
                TestItems = familiarity.Count,
            }
        );
    }
}
