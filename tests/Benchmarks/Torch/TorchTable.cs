using System.Globalization;

namespace Research.Benchmarks.Torch;

/// <summary>The rows as Markdown, and their place in a document.</summary>
internal sealed class TorchTable
{
    private const string Begin = "<!-- made by: dotnet run -c Release --project tests/Benchmarks -- torch-peers -->";
    private const string End = "<!-- end -->";

    private const string Head = """
        | case | threads | ours, s | TorchSharp as it comes, s | TorchSharp tuned, s | ratio | share of our product's rate | ours, MiB | TorchSharp, MiB | managed, kB a step | kernels a step |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    private readonly List<TorchRow> _rows = [];
    private readonly List<string> _lines = [];

    /// <returns>The row's line.</returns>
    public string Add(TorchRow row)
    {
        _rows.Add(row);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Case.Title} | {row.Threads} | {row.Ours:F4} | {row.Plain:F4} | {row.Tuned:F4} | {row.Ratio:F2} | {Share(row)} | {row.OursMemory:F0} | {row.TheirMemory:F0} | {row.ManagedKilobytes:F0} | {row.Kernels:F0} |"
        );
        _lines.Add(line);
        return line;
    }

    // Of the rate of the large product on as many threads.
    private string Share(TorchRow row)
    {
        TorchRow? peak = _rows.Find(other => other.Case.Name == TorchCase.Peak && other.Threads == row.Threads);
        return row.Case.Operations == 0 || peak is null
            ? "–"
            : (row.Case.Operations / row.Ours / (peak.Case.Operations / peak.Ours)).ToString("P0", CultureInfo.InvariantCulture);
    }

    /// <summary>Replaces what stands between the document's two marks.</summary>
    public void WriteInto(string document)
    {
        string text = File.ReadAllText(document);
        int start = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, Math.Max(start, 0), StringComparison.Ordinal);
        if (start < 0 || end < 0)
        {
            throw new InvalidDataException($"{document} has no lines '{Begin}' and '{End}': the table needs a place.");
        }

        string table = string.Join('\n', [Head.ReplaceLineEndings("\n"), .. _lines]);
        File.WriteAllText(document, $"{text[..(start + Begin.Length)]}\n\n{table}\n\n{text[end..]}");
    }
}
