using System.Globalization;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors.Dispatching;

/// <summary>What follows when an attempt ended and left items without a record.</summary>
internal static class RetryRules
{
    /// <param name="work">Its endings count this one already.</param>
    /// <returns>What the next attempt asks for; or why there is none.</returns>
    public static (Resources? Next, string? Why) After(Work work, Ending ending, string told, DispatchSettings settings)
    {
        int count = work.Endings[ending];
        Resources now = work.Resources;
        return ending switch
        {
            Ending.Preempted or Ending.Node or Ending.Cancelled or Ending.Unknown => count <= settings.MostLosses
                ? (now, null)
                : (null, Line($"was lost {count} times: {told}")),
            Ending.Time => MoreTime(now, count, told, settings),
            Ending.Memory => MoreMemory(now, told, settings),
            Ending.Killed when count > 1 => MoreMemory(now, told, settings), // once may be chance
            Ending.Killed => (now, null),
            _ => count < settings.MostCrashes ? (now, null) : (null, Line($"ended {count} times without a record: {told}")),
        };
    }

    private static (Resources?, string?) MoreMemory(Resources now, string told, DispatchSettings settings) =>
        now.MemoryBytes < settings.MostMemoryBytes
            ? (now with { MemoryBytes = Math.Min(2 * now.MemoryBytes, settings.MostMemoryBytes) }, null)
            : (
                null,
                Line(
                    $"needs more memory than {now.MemoryBytes / 1048576.0 / 1024:F1} GiB, the most that executor.json allows (mostMemoryGiB): {told}"
                )
            );

    // It goes on from its checkpoint, so even the same time again would do in the end.
    private static (Resources?, string?) MoreTime(Resources now, int count, string told, DispatchSettings settings) =>
        count <= settings.MostLosses
            ? (now with { Seconds = Math.Min(2 * now.Seconds, settings.MostSeconds) }, null)
            : (null, Line($"ran out of time {count} times: {told}"));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
