using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Data;
using Research.Data.Locking;
using Research.Data.Own;
using Research.Data.Store;
using Research.Features.Sampling;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data add: makes a folder of recordings a dataset of the user's own.</summary>
internal static class AddCommand
{
    private static readonly string[] Sounds =
    [
        ".wav", ".wave", ".mp3", ".ogg", ".oga", ".opus", ".flac", ".m4a", ".aac", ".aif", ".aiff", ".au", ".caf", ".wv", ".w64", ".rf64", ".amr", ".wma",
    ];

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The dataset's name: letters, digits, '-', '_' and '.'." };
        var folder = new Argument<string>("folder") { Description = "A folder of recordings, folders in it too." };
        var labels = new Option<string>("--labels")
        {
            Description = "CSV: file (its path below the folder), label and, if wanted, part (train, validation, test).",
            Required = true,
        };
        var group = new Option<string?>("--group") { Description = "Column of the labels that says what a split keeps together, such as speaker." };
        var rate = new Option<int?>("--rate") { Description = "Sample rate, hertz, to which all recordings are brought; as they are by default." };
        return new ToolCommand(
            "add",
            "Makes a folder of recordings a dataset of your own: checks the labels, stores the sound, pins it in datasets.local.lock.",
            ["research data add birds recordings/birds --labels birds.csv --group recordist"]
        )
            .Taking(name, folder, labels, group, rate)
            .Doing(parsed =>
                Add(
                    parsed.GetValue(name)!,
                    parsed.GetValue(folder)!,
                    parsed.GetValue(labels)!,
                    parsed.GetValue(group),
                    parsed.GetValue(rate)
                )
            );
    }

    private static int Add(string name, string folder, string labels, string? group, int? rate)
    {
        string root = Checkout.Here();
        DatasetLock pins = Checkout.PinsOf(root);
        CheckName(name, root);
        IReadOnlyList<OwnItem> items = OwnLabels.Read(labels, group);
        OwnCheck.Check(items, Present(folder, labels, items), group is not null);
        using var http = new HttpClient();
        var hashes = new FileHashes(null, paranoid: true);
        DatasetStore store = DatasetStore.Standard(http, hashes);
        string fresh = store.NewFolder(name);
        try
        {
            OwnFolder.Write(folder, items, fresh, rate is { } hertz ? wave => RateChange.Of(wave, RateSettings.To(hertz)) : null, Terminal.Complain);
            DatasetEntry entry = EntryOf(name, fresh, hashes);
            store.Add(entry, fresh);
            Pin(entry, root);
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {items.Count} recordings, {items.Select(item => item.Label).Distinct().Count()} classes; pinned in {DatasetLock.LocalFileName} to {entry.Digest}"
                )
            );
            return ExitCodes.Well;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private static void CheckName(string name, string root)
    {
        DatasetLock known = DatasetLock.Load(Checkout.LockFile(root));
        if (known.Datasets.Any(entry => entry.Id == name) || known.FindGenerated(name) is not null)
        {
            throw new UsageException($"'{name}' is a dataset of the package; choose another name.");
        }
    }

    // Files that are no sound, such as a readme, need no row.
    private static string[] Present(string folder, string labels, IReadOnlyList<OwnItem> items)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder}: there is no such folder.");
        }

        HashSet<string> named = [.. items.Select(item => item.File)];
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(file => named.Contains(file) || Sounds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)),
        ];
    }

    private static DatasetEntry EntryOf(string name, string folder, FileHashes hashes)
    {
        var entry = new DatasetEntry
        {
            Id = name,
            Title = name,
            Version = "own",
            Licence = "yours",
            Citation = "Your own recordings.",
            HomePage = "",
            Files = OwnFolder.Files,
            Count = 0,
            Bytes = 0,
            Digest = "",
            Sources = [],
        };
        ContentDigest digest = entry.DigestOf(folder, hashes);
        return entry with { Digest = digest.Value, Count = digest.Count, Bytes = digest.Bytes };
    }

    private static void Pin(DatasetEntry entry, string root)
    {
        string path = Checkout.LocalLockFile(root);
        DatasetLock own = File.Exists(path) ? DatasetLock.Load(path) : new DatasetLock { Datasets = [] };
        (own with { Datasets = [.. own.Datasets.Where(other => other.Id != entry.Id), entry] }).Save(path);
    }
}
