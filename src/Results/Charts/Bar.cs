using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A bar of a chart.</summary>
/// <param name="Name">Its labels, separated by commas.</param>
/// <param name="Lines">The same, broken into lines.</param>
/// <param name="Value">Where it ends.</param>
/// <param name="Low">Lower end of its interval; null for none.</param>
/// <param name="High">Upper end of its interval; null for none.</param>
/// <param name="Published">The published figure; null for none.</param>
internal sealed record Bar(string Name, IReadOnlyList<string> Lines, double Value, double? Low, double? High, double? Published)
{
    /// <summary>The bar of a row that has a number.</summary>
    /// <param name="letters">The most of a line.</param>
    public static Bar Of(BarChart chart, ChartRows rows, int row, int letters)
    {
        string name = string.Join(", ", chart.Labels.Select(column => rows.Text(row, column)).Where(text => text.Length > 0));
        return new(
            name,
            FittedText.Wrapped(name, letters, 2),
            rows.Number(row, chart.Value.Name)!.Value,
            Number(rows, row, chart.Low),
            Number(rows, row, chart.High),
            Number(rows, row, chart.Published)
        );
    }

    private static double? Number(ChartRows rows, int row, string? column) => column is null ? null : rows.Number(row, column);
}
