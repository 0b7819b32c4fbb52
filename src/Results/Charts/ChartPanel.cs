using Research.Results.Tables;

namespace Research.Results.Charts;

/// <summary>One picture of a chart.</summary>
/// <param name="Name">The panel's value; empty where the chart has one panel.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Rows">Its rows: at least one.</param>
/// <param name="Table">Gives another table by name.</param>
internal sealed record ChartPanel(string Name, string Title, ChartRows Rows, Func<string, CsvTable> Table);
