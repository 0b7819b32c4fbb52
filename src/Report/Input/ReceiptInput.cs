using System.Globalization;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Input;

/// <summary>Receipts of independent machines beside the results that they confirm or contradict.</summary>
/// <param name="Table">One row a target and machine.</param>
public sealed record ReceiptInput(CsvTable Table)
{
    /// <summary>Reads a folder of results; null where no receipts lie there.</summary>
    public static ReceiptInput? Find(string folder)
    {
        string table = Path.Combine(folder, ReceiptFile.Table);
        return File.Exists(table) ? new(CsvTable.Load(table)) : null;
    }

    /// <summary>Such as "the same bits on 2 machines (Arm64, X64); of its trainings, 3 were recomputed elsewhere"; null where no machine has a receipt of it.</summary>
    /// <param name="target">An experiment's.</param>
    /// <param name="tables">Fingerprint of its tables, as they are shown; receipts of other tables say nothing of them.</param>
    public string? Sentence(string target, string? tables)
    {
        IReadOnlyList<string>[] rows = [.. Table.Rows.Where(row => Table.Cell(row, ReceiptFile.Tables) == tables)];
        IReadOnlyList<string>[] own = [.. rows.Where(row => Table.Cell(row, ReceiptFile.Target) == target)];
        IReadOnlyList<string>[] trials =
        [
            .. rows.Where(row => Table.Cell(row, ReceiptFile.Target).StartsWith(target + "/", StringComparison.Ordinal)),
        ];
        IReadOnlyList<string>[] against = [.. own.Concat(trials).Where(row => !IsSame(row))];
        if (against.Length > 0)
        {
            string machines = string.Join(
                ", ",
                against.Select(row => Table.Cell(row, ReceiptFile.Machine)).Distinct().Order(StringComparer.Ordinal)
            );
            return $"CONTRADICTED: other bits on {machines}";
        }

        string? whole = own.Length == 0 ? null : $"the same bits on {Machines(own)}";
        string? trainings =
            trials.Length == 0
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"of its trainings, {trials.Select(row => Table.Cell(row, ReceiptFile.Target)).Distinct().Count()} gave the same bits elsewhere"
                );
        return whole is null ? trainings
            : trainings is null ? whole
            : $"{whole}; {trainings}";
    }

    private bool IsSame(IReadOnlyList<string> row) => Table.Cell(row, ReceiptFile.Differing).Length == 0;

    private string Machines(IReadOnlyList<string>[] rows)
    {
        int count = rows.Select(row => Table.Cell(row, ReceiptFile.Machine)).Distinct().Count();
        string kinds = string.Join(
            ", ",
            rows.Select(row => Table.Cell(row, ReceiptFile.Architecture)).Distinct().Order(StringComparer.Ordinal)
        );
        return string.Create(CultureInfo.InvariantCulture, $"{count} machine{(count == 1 ? "" : "s")} ({kinds})");
    }
}
