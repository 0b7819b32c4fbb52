namespace Research.Results.Charts;

/// <summary>A table that is a matrix already: a row a row, a column a column.</summary>
public sealed record MatrixChart : Chart
{
    /// <summary>The column that names the rows; those after it are the matrix.</summary>
    public required string Row { get; init; }

    public required string RowTitle { get; init; }

    public required string ColumnTitle { get; init; }

    public required MatrixScale Scale { get; init; }

    /// <summary>Confusion matrices, a panel a variant.</summary>
    public static MatrixChart Confusion(string says, string split) =>
        new()
        {
            Table = "confusion",
            Title = $"Confusion, {split}",
            Says = says,
            Where = new Dictionary<string, string> { ["split"] = split },
            Panels = "variant",
            Row = "true",
            RowTitle = "true class",
            ColumnTitle = "predicted class",
            Scale = MatrixScale.Counts,
        };
}

/// <summary>What a matrix's numbers are, which decides the colours.</summary>
public enum MatrixScale
{
    /// <summary>Counts: written into the cells, coloured by their share of the row.</summary>
    Counts,

    /// <summary>Correlations, −1 to 1.</summary>
    Correlation,
}
