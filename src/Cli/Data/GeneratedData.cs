using Research.Data;
using Research.Data.Locking;
using Research.Experiments;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>What the data commands say of datasets that code makes.</summary>
internal static class GeneratedData
{
    public static int Status(GeneratedEntry entry) =>
        Say(entry, $"SYNTHETIC, generated when needed, version {entry.Version}, {entry.Count} clips");

    public static int Fetch(GeneratedEntry entry) => Say(entry, "SYNTHETIC, generated when needed: there is nothing to fetch");

    /// <summary>Generates it and compares.</summary>
    public static int Verify(GeneratedEntry entry)
    {
        Dataset made = Find(entry.Id).Make();
        bool same = made.Digest == entry.Digest;
        Say(
            entry,
            same
                ? $"verified: {made.Items.Count} clips were generated with the digest of datasets.lock"
                : $"OTHER BITS: datasets.lock pins {entry.Digest}, this machine made {made.Digest}"
        );
        return same ? ExitCodes.Well : ExitCodes.Failure;
    }

    /// <exception cref="UsageException">No generator has that name.</exception>
    public static GeneratedDataset Find(string id) =>
        Datasets.Generated.FirstOrDefault(dataset => dataset.Id == id)
        ?? throw new UsageException(
            $"No generator makes '{id}'. Known: {string.Join(", ", Datasets.Generated.Select(dataset => dataset.Id))}."
        );

    private static int Say(GeneratedEntry entry, string what)
    {
        Terminal.Say($"{entry.Id}: {what}");
        return ExitCodes.Well;
    }
}
