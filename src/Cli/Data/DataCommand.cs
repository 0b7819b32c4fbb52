using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data status | fetch | verify | lock.</summary>
internal sealed class DataCommand : ITopLevelCommand
{
    public Command Create()
    {
        ToolCommand status = Create(
            "status",
            "Which pinned datasets are here.",
            ["research data status", "research data status emodb-4"],
            Status,
            GeneratedData.Status
        );
        ToolCommand fetch = Create(
            "fetch",
            "Gets datasets from the mirror or upstream, and verifies them; the largest (fma-small, fma-medium) only when named.",
            ["research data fetch fsdd nemo-1057"],
            Fetch,
            GeneratedData.Fetch
        );
        ToolCommand verify = Create(
            "verify",
            "Hashes every file of the datasets that are here; generates the synthetic ones anew.",
            ["research data verify fsdd"],
            Verify,
            GeneratedData.Verify
        );
        return new ToolCommand(
            "data",
            "Shows, fetches and verifies the pinned datasets (RESEARCH_MIRROR and RESEARCH_CACHE are read).",
            ["research data status", "research data fetch fsdd"]
        ).Taking(
            status,
            fetch,
            verify,
            LockCommand.Create(),
            ExportCommand.Create(),
            RenderCommand.Create(),
            AddCommand.Create()
        );
    }

    private static ToolCommand Create(
        string name,
        string description,
        IReadOnlyList<string> examples,
        Func<DatasetStore, DatasetEntry, CancellationToken, Task<int>> body,
        Func<GeneratedEntry, int> generated
    )
    {
        var ids = new Argument<string[]>("id")
        {
            Description = "Datasets; all when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        }.CompletesDatasets();
        return new ToolCommand(name, description, examples)
            .Taking(ids)
            .Doing((parsed, cancellation) => ForEach(parsed.GetValue(ids)!, body, generated, cancellation));
    }

    private static int ForEach(
        string[] ids,
        Func<DatasetStore, DatasetEntry, CancellationToken, Task<int>> body,
        Func<GeneratedEntry, int> generated,
        CancellationToken cancellation
    )
    {
        DatasetLock pins = Checkout.PinsOf(Checkout.Here());
        GeneratedEntry[] made = [.. pins.Generated.Where(entry => ids.Length == 0 || ids.Contains(entry.Id))];
        DatasetEntry[] entries =
            ids.Length == 0
                ? [.. pins.Datasets]
                : [.. ids.Where(id => pins.FindGenerated(id) is null).Select(id => Known(pins, id))];
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        DatasetStore store = DatasetStore.Standard(http, new FileHashes(null, paranoid: true));
        bool named = ids.Length > 0 || body == Status;
        int[] codes =
        [
            .. entries
                .Where(entry => named || entry.OnRequest != true || store.StateOf(entry) != DatasetState.Missing)
                .Select(entry => ExitCode.Of(() => body(store, entry, cancellation).GetAwaiter().GetResult())),
            .. made.Select(entry => ExitCode.Of(() => generated(entry))),
        ];
        return codes.Max();
    }

    private static DatasetEntry Known(DatasetLock pins, string id) =>
        pins.Datasets.FirstOrDefault(entry => entry.Id == id)
        ?? throw new UsageException(
            $"There is no dataset '{id}' in datasets.lock.{Suggestions.For(id, pins.Datasets.Select(entry => entry.Id).Concat(pins.Generated.Select(entry => entry.Id)))} All of them: research data status"
        );

    private static Task<int> Status(DatasetStore store, DatasetEntry entry, CancellationToken cancellation)
    {
        string state = store.StateOf(entry).ToString().ToLowerInvariant();
        Say(
            entry,
            (FormattableString)
                $"{state}, version {entry.Version}, {entry.Count} {(entry.Count == 1 ? "file" : "files")}, {SizeOf(entry)}, {entry.Licence}"
        );
        return Task.FromResult(ExitCodes.Well);
    }

    private static string SizeOf(DatasetEntry entry) =>
        entry.OnRequest == true
            ? FormattableString.Invariant($"up to {entry.Bytes / 1e6:F1} MB, fetched when named")
            : FormattableString.Invariant($"{entry.Bytes / 1e6:F1} MB");

    private static async Task<int> Fetch(DatasetStore store, DatasetEntry entry, CancellationToken cancellation)
    {
        string folder = await store.OpenAsync(entry, new ConsoleProgress(entry.Id), cancellation);
        Say(entry, $"verified, {entry.Count} files in {folder}");
        return ExitCodes.Well;
    }

    private static Task<int> Verify(DatasetStore store, DatasetEntry entry, CancellationToken cancellation)
    {
        DatasetState state = store.StateOf(entry);
        Say(
            entry,
            state switch
            {
                DatasetState.Verified => $"verified: {entry.Count} files have the digest of datasets.lock",
                DatasetState.Missing => $"missing; get it with: research data fetch {entry.Id}",
                _ =>
                    $"DAMAGED: the files in {store.FolderOf(entry)} differ from datasets.lock; research data fetch {entry.Id} sets them aside",
            }
        );
        return Task.FromResult(state == DatasetState.Verified ? ExitCodes.Well : ExitCodes.Failure);
    }

    private static void Say(DatasetEntry entry, FormattableString what) =>
        Terminal.Say($"{entry.Id}: {what.ToString(CultureInfo.InvariantCulture)}");

    private static void Say(DatasetEntry entry, string what) => Terminal.Say($"{entry.Id}: {what}");

    private sealed class ConsoleProgress(string id) : IProgress<double>
    {
        private int _tenths = -1;

        public void Report(double value)
        {
            int tenths = (int)(value * 10);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                Terminal.Complain($"{id}: {tenths * 10} %");
            }
        }
    }
}
