namespace Research.Results.Tables;

/// <summary>A column: its name, how its values are written, and how a snapshot's are compared.</summary>
/// <param name="Name">Heading, lower case.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Decimals">Digits after the point, for numbers.</param>
/// <param name="Tolerance">Largest difference that is no drift; 0 means the same text.</param>
public sealed record Column(string Name, ColumnKind Kind, int Decimals, double Tolerance)
{
    public static Column Text(string name) => new(name, ColumnKind.Text, 0, 0);

    public static Column Count(string name) => new(name, ColumnKind.Count, 0, 0);

    public static Column Number(string name, int decimals) => new(name, ColumnKind.Number, decimals, 0);

    /// <summary>Columns of text, in that order.</summary>
    public static IEnumerable<Column> Texts(params IEnumerable<string> names) => names.Select(Text);

    /// <summary>Columns of counts, in that order.</summary>
    public static IEnumerable<Column> Counts(params IEnumerable<string> names) => names.Select(Count);

    /// <summary>Columns of numbers with the same digits after the point, in that order.</summary>
    public static IEnumerable<Column> Numbers(int decimals, params IEnumerable<string> names) =>
        names.Select(name => Number(name, decimals));

    /// <summary>The same column, compared within a tolerance.</summary>
    public Column Within(double tolerance) => this with { Tolerance = tolerance };
}

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Text,
    Count,
    Number,
}
