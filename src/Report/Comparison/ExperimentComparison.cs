using Research.Report.Input;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Comparison;

/// <summary>An experiment in two folders of results.</summary>
/// <param name="Target">Such as Digits.GmmHmm.</param>
/// <param name="Tables">Every table of either folder but those of wall times, by name.</param>
/// <param name="Leaves">Names of the leaves whose digest differs; null where a folder has no run record.</param>
/// <param name="SecondsHere">What making it took; null where that is not known.</param>
/// <param name="SecondsThere">The same of the other folder.</param>
internal sealed record ExperimentComparison(
    string Target,
    IReadOnlyList<TableComparison> Tables,
    IReadOnlyList<string>? Leaves,
    double? SecondsHere,
    double? SecondsThere
)
{
    /// <summary>Compares; a folder that is not there has no table.</summary>
    public static ExperimentComparison Of(string target, ResultFolder? here, ResultFolder? there)
    {
        string[] names = [.. Names(here).Union(Names(there)).Where(name => name != Timings.Name).Order(StringComparer.Ordinal)];
        return new(
            target,
            [.. names.Select(name => TableComparison.Of(name, Table(here, name), Table(there, name)))],
            LeavesOf(target, here?.Run, there?.Run),
            here?.Run?.Costs.GetValueOrDefault(target)?.Seconds,
            there?.Run?.Costs.GetValueOrDefault(target)?.Seconds
        );
    }

    /// <summary>Whether every table is the same, cell by cell.</summary>
    public bool IsSame => Tables.All(table => table.IsSame);

    private static IReadOnlyList<string> Names(ResultFolder? folder) => folder?.Names ?? [];

    private static CsvTable? Table(ResultFolder? folder, string name) =>
        folder is not null && folder.Names.Contains(name) ? folder.Table(name) : null;

    private static string[]? LeavesOf(string target, RunFile? here, RunFile? there)
    {
        if (here?.Leaves.GetValueOrDefault(target) is not { } own || there?.Leaves.GetValueOrDefault(target) is not { } other)
        {
            return null;
        }

        Dictionary<string, string> digests = other.ToDictionary(leaf => leaf.Name, leaf => leaf.Digest);
        return [.. own.Where(leaf => digests.GetValueOrDefault(leaf.Name) != leaf.Digest).Select(leaf => leaf.Name)];
    }
}
