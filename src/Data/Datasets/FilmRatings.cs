using Research.Data.Tables;

namespace Research.Data.Datasets;

/// <summary>What listeners rated excerpts of film music by: three scales, and five emotions.</summary>
public static class FilmRatings
{
    /// <summary>Names of the scales' targets.</summary>
    public static IReadOnlyList<string> Scales { get; } = ["valence", "energy", "tension"];

    /// <summary>Names of the emotions' targets; of equal ratings the study of film emotion takes the first.</summary>
    public static IReadOnlyList<string> Emotions { get; } = ["anger", "fear", "happy", "sad", "tender"];

    /// <summary>All of a row, by name.</summary>
    /// <param name="columnOf">From a target's name to its column.</param>
    /// <exception cref="Numerics.ResearchException">A rating is no number from 1 to 9; the message names file, line and column.</exception>
    internal static Dictionary<string, double> Of(TextRow row, Func<string, string> columnOf) =>
        Scales.Concat(Emotions).ToDictionary(name => name, name => Rating(row, columnOf(name)));

    private static double Rating(TextRow row, string column) =>
        row.Number(column) is >= 1 and <= 9 and double value
            ? value
            : throw row.Fault($"the rating '{row[column]}' under '{column}' is none; ratings lie between 1 and 9.");
}
