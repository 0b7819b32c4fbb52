using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Results.Claims;

/// <summary>The published figures of one study, by id.</summary>
public sealed class ClaimBook
{
    private readonly Dictionary<string, Claim> _claims;
    private readonly Dictionary<ClaimKey, Claim> _byKey = [];

    private ClaimBook(IEnumerable<Claim> claims)
    {
        _claims = claims.ToDictionary(claim => claim.Id);
        foreach (Claim claim in _claims.Values)
        {
            if (!_byKey.TryAdd(claim.Key, claim))
            {
                throw new ResearchException(
                    $"The claims '{_byKey[claim.Key].Id}' and '{claim.Id}' are about the same ({claim.Key.Text}), so a figure would answer both; tell them apart in claims.csv."
                );
            }
        }

        Digest = Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
    }

    /// <summary>SHA-256 over every member of every claim, as it was understood.</summary>
    public string Digest { get; }

    /// <summary>What the digest is of: a claim a line, its id first, its members between tabs; UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Concat(_claims.Values.Select(Text)));

    /// <summary>In the order of the file.</summary>
    public IReadOnlyCollection<Claim> All => _claims.Values;

    /// <exception cref="ArgumentException">There is no such claim.</exception>
    public Claim this[string id] =>
        _claims.TryGetValue(id, out Claim? claim) ? claim : throw new ArgumentException($"There is no claim '{id}'.", nameof(id));

    /// <summary>The claim about just that; null where nothing was published.</summary>
    public Claim? Find(ClaimKey? key) => key is null ? null : _byKey.GetValueOrDefault(key);

    /// <exception cref="ResearchException">Two claims are about the same.</exception>
    public static ClaimBook Parse(string csv)
    {
        CsvTable table = CsvTable.Parse(csv);
        return new ClaimBook(table.Rows.Select(row => Read(table, row)));
    }

    private static string Text(Claim claim) =>
        string.Join(
            '\t',
            claim.Id,
            claim.Document,
            claim.Place,
            claim.Experiment,
            claim.Dataset,
            claim.Model,
            claim.Variant,
            claim.Split,
            claim.Quantity,
            claim.Class,
            claim.Value.ToString("R", CultureInfo.InvariantCulture),
            claim.Unit
        ) + "\n";

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
