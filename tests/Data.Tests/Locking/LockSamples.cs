using Research.Data.Locking;

namespace Research.Data.Tests.Locking;

/// <summary>Entries that a lock may hold.</summary>
internal static class LockSamples
{
    public static readonly string Digest = "sha256:" + new string('0', 64);

    public static readonly DatasetEntry Entry = new()
    {
        Id = "small",
        Title = "A small set",
        Version = "1",
        Licence = "none",
        Citation = "none",
        HomePage = "home.example",
        Files = ["recordings/*.wav"],
        Count = 2,
        Bytes = 15,
        Digest = Digest,
        Sources = [new DatasetSource { Mirror = "small/small.zip", Folder = "" }],
    };
}
