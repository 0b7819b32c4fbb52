using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Input;

/// <summary>What a second tensor engine made of the same trainings.</summary>
/// <param name="Table">One row a number, with its verdict.</param>
public sealed record WitnessInput(CsvTable Table, WitnessFacts Facts)
{
    /// <summary>Trainings that were done twice.</summary>
    public int Trainings => Cells("trial").Distinct().Count();

    /// <summary>Reads a folder of results; null where nothing was compared there.</summary>
    public static WitnessInput? Find(string folder)
    {
        string table = Path.Combine(folder, WitnessFacts.Table);
        return File.Exists(table) ? new(CsvTable.Load(table), WitnessFacts.Load(Path.Combine(folder, WitnessFacts.File))) : null;
    }

    /// <summary>Numbers of that verdict.</summary>
    public int Count(string verdict) => Cells("verdict").Count(cell => cell == verdict);

    private IEnumerable<string> Cells(string column) => Table.Rows.Select(row => Table.Cell(row, column));
}
