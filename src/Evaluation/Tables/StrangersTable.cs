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
            table.AddOwn((model.Key, trained.Data[0].Id), result, background, card);
            foreach (StrangersTrial trial in model)
            {
                TrialResult heard = inputs.Of(trial);
                table.Add(
                    (model.Key, trial.Heard, trial.Relation),
                    RefusedBy(card, heard.Numbers[StrangersTrial.Familiarities], heard.Numbers[StrangersTrial.Backgrounds]),
                    heard.Numbers[StrangersTrial.Certainties],
                    heard.Numbers[StrangersTrial.CertaintiesAsTheyAre]
                );
            }
        }

        return new(table._figures, [table._table]);
    }

    private void AddOwn((string Model, string Data) names, TrialResult result, TrialResult? background, ModelCard card)
    {
        double[][] probabilities = result.Classes(SubsetNames.Test).Probabilities!;
        Add(
            (names.Model, names.Data, "its classes, not learned from"),
            RefusedBy(
                card,
                Familiarity.Of(result, SubsetNames.Test)!,
                background is null ? [] : Familiarity.Of(background, SubsetNames.Test)!
            ),
            [.. probabilities.Select(row => card.Calibration.Apply(row).Max())],
            [.. probabilities.Select(row => row.Max())]
        );
    }

    // By the model's own measure or by its background.
    private static bool[] RefusedBy(ModelCard card, IReadOnlyList<double> familiarity, IReadOnlyList<double> background) =>
        [
            .. familiarity.Select(
                (value, i) => card.Familiar.IsStranger(value) || (card.Background is { } range && range.IsStranger(background[i]))
            ),
        ];

    private void Add(
        (string Model, string Data, string Of) names,
        bool[] refused,
        IReadOnlyList<double> certainty,
        IReadOnlyList<double> asItIs
    )
    {
        int count = refused.Count(one => one);
        double share = (double)count / refused.Length;
        _table.Add(
            names.Model,
            names.Data,
            names.Of,
            refused.Length,
            count,
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
                TestItems = refused.Length,
            }
        );
    }
}
