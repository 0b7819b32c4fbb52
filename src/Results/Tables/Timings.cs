namespace Research.Results.Tables;

/// <summary>The one table of an experiment that may hold wall times: no snapshot and no challenge compares it.</summary>
/// <remarks>Where it answers published times, its column "claim" names them; times of two machines get no verdict of better or worse.</remarks>
public static class Timings
{
    public const string Name = "timings";

    public const string File = Name + ".csv";

    /// <summary>The claims that a table of timings answers.</summary>
    public static IEnumerable<string> Claims(CsvTable timings) =>
        timings.Header.Contains("claim")
            ? timings.Rows.Select(row => timings.Cell(row, "claim")).Where(claim => claim.Length > 0)
            : [];
}
