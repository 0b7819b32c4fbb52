namespace Research.Pipeline.Compare;

/// <summary>A cell, row or table that is not what it was.</summary>
/// <param name="Table">Path of the table.</param>
/// <param name="Row">The cells that say which row; empty where the whole table came or went.</param>
/// <param name="Column">Empty where the whole row came or went.</param>
/// <param name="Old">Null where it is new.</param>
/// <param name="New">Null where it is gone.</param>
public sealed record CellChange(string Table, string Row, string Column, string? Old, string? New)
{
    public override string ToString()
    {
        string place = string.Join(", ", new[] { Table, Row, Column }.Where(part => part.Length > 0));
        return (Old, New) switch
        {
            (null, { } now) => $"{place}: new{(now.Length > 0 ? $": {now}" : "")}",
            ({ } old, null) => $"{place}: gone{(old.Length > 0 ? $", was {old}" : "")}",
            _ => $"{place}: {Old} -> {New}",
        };
    }
}
