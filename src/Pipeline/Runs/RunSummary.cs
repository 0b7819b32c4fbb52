using System.Globalization;
using Research.Numerics;

namespace Research.Pipeline.Runs;

/// <summary>A run in words and as an exit code.</summary>
public static class RunSummary
{
    /// <summary>A line for each target that did not end well, and such as "2 made, 1 restored, 3 up to date" with the cause of what went wrong.</summary>
    public static string Of(IReadOnlyList<StepResult> results)
    {
        IEnumerable<string> bad = results
            .Where(result => result.End is StepEnd.Failed or StepEnd.Unavailable or StepEnd.Blocked)
            .Select(result => Printable.Lines($"{result.Target}: {result.Message}"));
        string cause = CauseOf(results) is { } found ? $"; {found}" : "";
        return string.Join('\n', bad.Append(Counts(results) + cause));
    }

    /// <summary>What went wrong first: such as "cause: data:fsdd failed: the disk is full: …"; null where nothing failed.</summary>
    /// <remarks>What was skipped or stopped for its sake is no cause.</remarks>
    public static string? CauseOf(IReadOnlyList<StepResult> results)
    {
        StepResult[] failed = [.. results.Where(result => result.End == StepEnd.Failed)];
        string[] told = [.. failed.Select(result => Printable.Of(result.Message.Split('\n')[0])).Distinct()];
        return failed.Length == 0 ? null
            : failed.Length == 1 ? $"cause: {failed[0].Target} failed: {told[0]}"
            : told.Length == 1 ? $"cause: {failed[0].Target} and {failed.Length - 1} more failed: {told[0]}"
            : $"causes: {failed[0].Target} failed: {told[0]}; {failed.Length - 1} more failed (above)";
    }

    /// <summary>Such as "2 made, 1 restored, 3 up to date".</summary>
    public static string Counts(IReadOnlyList<StepResult> results)
    {
        (StepEnd End, string Words)[] words =
        [
            (StepEnd.Made, "made"),
            (StepEnd.Restored, "restored from the store"),
            (StepEnd.UpToDate, "up to date"),
            (StepEnd.Failed, "FAILED"),
            (StepEnd.Unavailable, "without data"),
            (StepEnd.Blocked, "skipped"),
            (StepEnd.Stopped, "stopped"),
        ];
        IEnumerable<string> counts = words
            .Select(word => (Count: results.Count(result => result.End == word.End), word.Words))
            .Where(item => item.Count > 0)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Count} {item.Words}"));
        return string.Join(", ", counts);
    }

    public static int CodeOf(IReadOnlyList<StepResult> results) =>
        results.Any(result => result.End == StepEnd.Stopped) ? ExitCodes.Stopped
        : results.Any(result => result.End is StepEnd.Failed) ? ExitCodes.Failure
        : results.Any(result => result.End is StepEnd.Unavailable) ? ExitCodes.Unavailable
        : ExitCodes.Well;
}
