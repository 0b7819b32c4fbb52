using System.CommandLine;
using System.Globalization;
using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data lock: pins a dataset to the files of a folder, or a generated one to what its generator makes now.</summary>
internal static class LockCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "A dataset of datasets.lock." };
        var folder = new Argument<string?>("folder")
        {
            Description = "A folder that holds its files; none for a generated dataset.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "lock",
            "Pins a dataset to the files of a folder, or a generated one to what is generated now: writes digest, count and size."
        )
        {
            id,
            folder,
        };
        command.SetAction(parsed => ExitCode.Of(() => Pin(parsed.GetValue(id)!, parsed.GetValue(folder))));
        return command;
    }

    private static int Pin(string id, string? folder)
    {
        string path = Checkout.LockFile(Checkout.Here());
        DatasetLock pins = DatasetLock.Load(path);
        if (pins.FindGenerated(id) is { } generated)
        {
            return PinGenerated(path, pins, generated);
        }

        DatasetEntry entry = pins.Find(id);
        ContentDigest digest = entry.DigestOf(
            folder ?? throw new UsageException($"'{id}' is no generated dataset: name the folder that holds its files."),
            new FileHashes(null, paranoid: true)
        );
        if (digest.Count == 0)
        {
            throw new ResearchException($"{folder}: holds no file that matches {string.Join(", ", entry.Files)}.");
        }

        DatasetEntry pinned = entry with { Digest = digest.Value, Count = digest.Count, Bytes = digest.Bytes };
        (pins with { Datasets = [.. pins.Datasets.Select(other => other.Id == id ? pinned : other)] }).Save(path);
        string pin = string.Create(
            CultureInfo.InvariantCulture,
            $"pinned to {digest.Count} files, {digest.Bytes} bytes, {digest.Value}"
        );
        Console.WriteLine($"{id}: {(pinned == entry ? "already pinned to these files" : pin)}");
        return ExitCodes.Well;
    }

    private static int PinGenerated(string path, DatasetLock pins, GeneratedEntry entry)
    {
        Dataset made = GeneratedData.Find(entry.Id).Make();
        GeneratedEntry pinned = entry with { Version = made.Version, Count = made.Clips.Count, Digest = made.Digest };
        (pins with { Generated = [.. pins.Generated.Select(other => other.Id == entry.Id ? pinned : other)] }).Save(path);
        string pin = $"pinned to version {pinned.Version}, {pinned.Count} clips, {pinned.Digest}";
        Console.WriteLine($"{entry.Id}: {(pinned == entry ? "already pinned to what is generated" : pin)}");
        return ExitCodes.Well;
    }
}
