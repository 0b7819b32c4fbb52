using Research.Numerics;
using Research.Results.Svg;
using Research.Results.Tables;

namespace Research.Results.Charts;

/// <summary>A picture of a table, declared by the experiment that made the table. It computes nothing new.</summary>
/// <remarks>
/// Each kind is one file of this folder: what is declared, and how it is drawn. Kinds are found by their type (<see cref="ChartKinds"/>).
/// Only the report draws, so no drawing code is part of what an experiment's tables are made from.
/// </remarks>
/// <param name="Table">Name of the table, without extension.</param>
/// <param name="Title">Of the picture.</param>
/// <param name="Says">What is to be seen in it, in one or two sentences: the caption, and the text for those who cannot see it.</param>
public abstract record Chart(string Table, string Title, string Says)
{
    /// <summary>Rows that are shown: those whose cells are these, by column; all where it is empty.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>A column whose values have a panel each; null for one panel.</summary>
    public string? Panels { get; init; }

    /// <summary>Columns that the table must have; null where the chart does without one.</summary>
    protected abstract IEnumerable<string?> Columns { get; }

    /// <summary>Columns of numbers: a row that lacks one of them is left out.</summary>
    protected virtual IEnumerable<string?> Numbers => [];

    /// <summary>Draws it: a picture a panel; nothing where the filter leaves no row.</summary>
    /// <param name="table">Gives a table by name.</param>
    /// <exception cref="ResearchException">The table lacks a column, or no row has all the numbers.</exception>
    public IReadOnlyList<Drawing> Draw(Func<string, CsvTable> table)
    {
        CsvTable source = table(Table);
        ChartRows rows = ChartRows.Of(source, this, Columns.Append(Panels).OfType<string>());
        return
        [
            .. rows.Split(Panels)
                .Where(panel => panel.Rows.Count > 0)
                .Select(panel => Draw(new ChartPanel(panel.Name, TitleOf(panel.Name), WithNumbers(panel.Rows), table))),
        ];
    }

    /// <summary>Draws one panel.</summary>
    internal abstract Drawing Draw(ChartPanel panel);

    private string TitleOf(string panel) => panel.Length == 0 ? Title : $"{Title}: {panel}";

    private ChartRows WithNumbers(ChartRows rows)
    {
        string[] numbers = [.. Numbers.OfType<string>()];
        ChartRows whole = numbers.Length == 0 ? rows : rows.WithNumbers(numbers);
        return whole.Count > 0
            ? whole
            : throw new ResearchException($"The chart '{Title}' finds no row with all its numbers in '{Table}'.");
    }
}
