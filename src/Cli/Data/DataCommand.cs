using System.CommandLine;
using System.Globalization;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data status | fetch | verify | lock.</summary>
internal static class DataCommand
{
    public static Command Create()
    {
        var command = new Command(
            "data",
            "Shows, fetches and verifies the pinned datasets (RESEARCH_MIRROR and RESEARCH_CACHE are read)."
        );
        command.Add(Create("status", "Which pinned datasets are here.", Status));
        command.Add(Create("fetch", "Gets datasets from the mirror or upstream, and verifies them.", Fetch));
        command.Add(Create("verify", "Hashes every file of the datasets that are here.", Verify));
        command.Add(LockCommand());
        return command;
    }

    private static Command Create(
        string name,
        string description,
        Func<DatasetStore, DatasetEntry, CancellationToken, Task<int>> body
    )
    {
        var ids = new Argument<string[]>("id")
        {
            Description = "Datasets; all when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(name, description) { ids };
        command.SetAction(
            (parsed, cancellation) => Task.FromResult(ExitCode.Of(() => ForEach(parsed.GetValue(ids)!, body, cancellation)))
        );
        return command;
    }

    private static int ForEach(
        string[] ids,
        Func<DatasetStore, DatasetEntry, CancellationToken, Task<int>> body,
        CancellationToken cancellation
    )
    {
        DatasetLock pins = DatasetLock.Load(Checkout.LockFile(Checkout.Here()));
        IReadOnlyList<DatasetEntry> entries = ids.Length == 0 ? pins.Datasets : [.. ids.Select(pins.Find)];
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        DatasetStore store = DatasetStore.Standard(http, new FileHashes(null, paranoid: true));
        return entries.Max(entry => ExitCode.Of(() => body(store, entry, cancellation).GetAwaiter().GetResult()));
    }

    private static Task<int> Status(DatasetStore store, DatasetEntry entry, CancellationToken cancellation)
    {
        string state = store.StateOf(entry).ToString().ToLowerInvariant();
        Say(
            entry,
            (FormattableString)
                $"{state}, version {entry.Version}, {entry.Count} files, {entry.Bytes / 1e6:F1} MB, {entry.Licence}"
        );
        return Task.FromResult(ExitCodes.Well);
    }

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

    private static Command LockCommand()
    {
        var id = new Argument<string>("id") { Description = "A dataset of datasets.lock." };
        var folder = new Argument<string>("folder") { Description = "A folder that holds its files." };
        var command = new Command("lock", "Pins a dataset to the files of a folder: writes their digest, count and size.")
        {
            id,
            folder,
        };
        command.SetAction(parsed => ExitCode.Of(() => Pin(parsed.GetValue(id)!, parsed.GetValue(folder)!)));
        return command;
    }

    private static int Pin(string id, string folder)
    {
        string path = Checkout.LockFile(Checkout.Here());
        DatasetLock pins = DatasetLock.Load(path);
        DatasetEntry entry = pins.Find(id);
        ContentDigest digest = entry.DigestOf(folder, new FileHashes(null, paranoid: true));
        if (digest.Count == 0)
        {
            throw new ResearchException($"{folder}: holds no file that matches {string.Join(", ", entry.Files)}.");
        }

        DatasetEntry pinned = entry with { Digest = digest.Value, Count = digest.Count, Bytes = digest.Bytes };
        new DatasetLock { Datasets = [.. pins.Datasets.Select(other => other.Id == id ? pinned : other)] }.Save(path);
        Say(
            pinned,
            pinned == entry
                ? "already pinned to these files"
                : $"pinned to {digest.Count} files, {digest.Bytes} bytes, {digest.Value}"
        );
        return ExitCodes.Well;
    }

    private static void Say(DatasetEntry entry, FormattableString what) =>
        Console.WriteLine($"{entry.Id}: {what.ToString(CultureInfo.InvariantCulture)}");

    private static void Say(DatasetEntry entry, string what) => Console.WriteLine($"{entry.Id}: {what}");

    private sealed class ConsoleProgress(string id) : IProgress<double>
    {
        private int _tenths = -1;

        public void Report(double value)
        {
            int tenths = (int)(value * 10);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                Console.Error.WriteLine($"{id}: {tenths * 10} %");
            }
        }
    }
}
