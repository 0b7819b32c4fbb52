using System.Globalization;
using Research.Results.Tables;

namespace Research.Results.Claims;

/// <summary>The published figures of one study, by id.</summary>
public sealed class ClaimBook
{
    private readonly Dictionary<string, Claim> _claims;

    private ClaimBook(IEnumerable<Claim> claims) => _claims = claims.ToDictionary(claim => claim.Id);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyCollection<Claim> All => _claims.Values;

    /// <exception cref="ArgumentException">There is no such claim.</exception>
    public Claim this[string id] =>
        _claims.TryGetValue(id, out Claim? claim) ? claim : throw new ArgumentException($"There is no claim '{id}'.", nameof(id));

    public static ClaimBook Parse(string csv)
    {
        CsvTable table = CsvTable.Parse(csv);
        return new ClaimBook(table.Rows.Select(row => Read(table, row)));
    }

    private static Claim Read(CsvTable table, IReadOnlyList<string> row) =>
        new(
            table.Cell(row, "id"),
            table.Cell(row, "document"),
            table.Cell(row, "where"),
            table.Cell(row, "experiment"),
            table.Cell(row, "dataset"),
            table.Cell(row, "model"),
            table.Cell(row, "variant"),
            table.Cell(row, "split"),
            table.Cell(row, "quantity"),
            table.Cell(row, "class"),
            double.Parse(table.Cell(row, "value"), CultureInfo.InvariantCulture),
            table.Cell(row, "unit")
        );
}
