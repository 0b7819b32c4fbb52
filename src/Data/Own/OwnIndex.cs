using System.Globalization;
using System.Text;
using Research.Data.Download;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>items.tsv of a user's own dataset: id, file, label, group and part of each item, ordered by id, and a column a target.</summary>
internal static class OwnIndex
{
    public const string FileName = "items.tsv";

    private const string Header = "id\tfile\tlabel\tgroup\tpart";
    private const int Fixed = 5; // columns of every index
    private const int MostBytes = 1 << 28;

    /// <param name="stored">The file that holds each item's content, below the dataset's folder.</param>
    public static byte[] Write(IEnumerable<(OwnItem Item, string Stored)> stored)
    {
        (OwnItem Item, string Stored)[] ordered = [.. stored.OrderBy(own => own.Item.Id, StringComparer.Ordinal)];
        string[] targets = [.. ordered.SelectMany(own => own.Item.Targets.Keys).Distinct().Order(StringComparer.Ordinal)];
        var text = new StringBuilder().AppendJoin('\t', targets.Select(Plain).Prepend(Header)).Append('\n');
        foreach ((OwnItem item, string file) in ordered)
        {
            string part = item.Subset is { } subset ? NameOf(subset) : "";
            text.AppendJoin('\t', Plain(item.Id), Plain(file), Plain(item.Label), Plain(item.Group), part);
            foreach (string target in targets)
            {
                text.Append(CultureInfo.InvariantCulture, $"\t{item.Targets[target]:R}");
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <exception cref="ResearchException">The file is no index, or a name in it leads outside of the folder.</exception>
    public static IReadOnlyList<(OwnItem Item, string Stored)> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes })
        {
            throw new ResearchException($"{path}: is missing or too large; add the dataset again.");
        }

        string[] lines = File.ReadAllText(path).Split('\n');
        string[] heading = lines[0].Split('\t');
        if (string.Join('\t', heading.Take(Fixed)) != Header)
        {
            throw new ResearchException($"{path}: begins with '{lines[0]}' where '{Header}' is needed; add the dataset again.");
        }

        return [.. lines[1..].Where(line => line.Length > 0).Select(line => Parse(line, heading[Fixed..], path))];
    }

    public static string NameOf(Subset subset) => subset.ToString().ToLowerInvariant();

    private static (OwnItem, string) Parse(string line, string[] targets, string path)
    {
        string[] cells = line.Split('\t');
        bool known = cells.Length == Fixed + targets.Length && ArchiveNames.IsInside(cells[1]);
        Subset? subset = null;
        if (known && cells[4].Length > 0)
        {
            known = Enum.TryParse(cells[4], ignoreCase: true, out Subset part) && NameOf(part) == cells[4];
            subset = part;
        }

        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int k = 0; known && k < targets.Length; k++)
        {
            known = double.TryParse(cells[Fixed + k], NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            values[targets[k]] = value;
        }

        return known
            ? (new OwnItem(cells[0], cells[1], cells[2], cells[3], subset) { Targets = values }, cells[1])
            : throw new ResearchException($"{path}: the line '{line}' is no item; add the dataset again.");
    }

    private static string Plain(string cell) =>
        cell.Any(char.IsControl)
            ? throw new ResearchException($"'{cell}' holds a tab or another control character; name it without.")
            : cell;
}
