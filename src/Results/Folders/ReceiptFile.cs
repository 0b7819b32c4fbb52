namespace Research.Results.Folders;

/// <summary>receipts.csv of a profile's results: which independent machines recomputed what, and whether they got the same bits.</summary>
public static class ReceiptFile
{
    public const string Table = "receipts.csv";

    public const string Target = "target";

    /// <summary>Fingerprint of the tables that the target belongs to: what it says is of them alone.</summary>
    public const string Tables = "tables";

    public const string Machine = "machine";
    public const string Architecture = "architecture";
    public const string System = "system";
    public const string Device = "device";
    public const string Date = "date";

    /// <summary>The files that differ; empty where all are the same.</summary>
    public const string Differing = "differing";

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<string> Columns => [Target, Tables, Machine, Architecture, System, Device, Date, Differing];
}
