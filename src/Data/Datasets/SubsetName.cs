using Research.Data.Tables;

namespace Research.Data.Datasets;

/// <summary>What tables call the parts of a split.</summary>
internal static class SubsetName
{
    /// <summary>Reads "train", "validation" or "test", in any letters.</summary>
    /// <exception cref="Numerics.ResearchException">The cell is none; the message names file and line.</exception>
    public static Subset Parse(TextRow row, string column) =>
        row[column].ToUpperInvariant() switch
        {
            "TRAIN" => Subset.Train,
            "VAL" or "VALIDATION" => Subset.Validation,
            "TEST" => Subset.Test,
            _ => throw row.Fault($"'{row[column]}' stands under '{column}', where train, validation or test is needed."),
        };
}
