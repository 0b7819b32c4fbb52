using System.Globalization;
using Cake.Frosting;
using Research.Build.Runs;
using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline;

namespace Research.Build.Tasks;

[TaskName("Data")]
[TaskDescription("Gets and verifies every pinned dataset (RESEARCH_MIRROR is asked first)")]
internal sealed class DataTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        foreach (DatasetEntry entry in context.Pins.Datasets)
        {
            if (entry.OnRequest == true && context.Store.StateOf(entry) == DatasetState.Missing)
            {
                context.Display.Say(Left(entry));
                continue;
            }

            try
            {
                await context.Store.OpenAsync(entry, null, context.Cancellation);
                context.Display.Say($"{entry.Id} {entry.Version}: verified, {entry.Count} files");
            }
            catch (DataUnavailableException error)
            {
                context.Unavailable.Add((entry.Id, error.Message));
                context.Display.Say($"{entry.Id} {entry.Version}: data unavailable. {error.Message}");
            }
        }

        string remark = context.Options.Profile == Profile.Quick ? "done (profile quick needs none of it)" : "done";
        context.Display.Say($"Data: {remark}");
    }

    private static string Left(DatasetEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Id} {entry.Version}: left out, up to {entry.Bytes / 1e9:F1} GB; get it with: research data fetch {entry.Id}"
        );
}
