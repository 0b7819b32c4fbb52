using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Store;

namespace Research.SelfTests;

/// <summary>research selftest store: a store with very many results, half of them old; how long it takes to find some, to count all and to prune.</summary>
public sealed class StoreScale(TextWriter output)
{
    private const int Found = 1000;

    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    /// <summary>Makes the store in a folder and measures.</summary>
    /// <returns>What is not as it must be.</returns>
    public IReadOnlyList<string> Run(string folder, int entries)
    {
        string root = Path.Combine(folder, "results");
        Timed($"{entries} results written", () => Write(root, entries));
        List<string> failures = [];
        var hashes = new FileHashes(null, paranoid: false);
        using var store = new ResultStore(root, null, null, hashes, _ => { });
        var rng = Rng.For(1, "selftest/store");
        int[] drawn = [.. Enumerable.Range(0, Found).Select(_ => rng.NextInt(entries))];
        Timed($"{Found} of them found, and one that is not there", () => Find(store, drawn, entries, failures));
        Timed("all counted", () => Expect(failures, "results", entries, Count(root, "runs")));
        Timed(
            "the old half pruned",
            () => Expect(failures, "files pruned", 2 * Old(entries), CachePruning.Prune(root, Age).Files)
        );
        Expect(failures, "results left", entries - Old(entries), Count(root, "runs"));
        Expect(failures, "objects left", entries - Old(entries), Count(root, "objects"));
        Timed(
            "pruned again, where nothing is old",
            () => Expect(failures, "files pruned", 0, CachePruning.Prune(root, Age).Files)
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB of memory"
            )
        );
        return failures;
    }

    // Every second one is old.
    private static int Old(int entries) => entries / 2;

    private static bool IsOld(int i) => i % 2 == 1;

    private static void Write(string root, int entries)
    {
        DateTime old = TimeProvider.System.GetUtcNow().UtcDateTime - Age - Age;
        ParallelLoop.For(
            entries,
            i =>
            {
                byte[] content = Content(i);
                string digest = DigestOf(content);
                Put(Path.Combine(root, "objects", digest[..2], digest), content, IsOld(i) ? old : null);
                string fingerprint = FingerprintOf(i);
                Put(
                    Path.Combine(root, "runs", fingerprint[..2], fingerprint),
                    ManifestOf(i, digest, content.Length).ToBytes(),
                    IsOld(i) ? old : null
                );
            }
        );
    }

    private static void Find(ResultStore store, int[] drawn, int entries, List<string> failures)
    {
        foreach (int i in drawn)
        {
            if (store.Find(FingerprintOf(i)) is not { } found || found.Outputs[0].Digest != DigestOf(Content(i)))
            {
                failures.Add($"result {i} is not found");
            }
        }

        if (store.Find(FingerprintOf(entries)) is not null)
        {
            failures.Add("a result is found that nobody made");
        }
    }

    private static void Expect(List<string> failures, string what, int expected, int actual)
    {
        if (actual != expected)
        {
            failures.Add($"{what}: {actual}, and should be {expected}");
        }
    }

    private static int Count(string root, string kind) => CachePruning.Status(root).Single(own => own.Kind == kind).Files;

    private static byte[] Content(int i) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"value\n{i}\n"));

    private static string FingerprintOf(int i) =>
        DigestOf(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"fingerprint {i}")));

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Manifest ManifestOf(int i, string digest, long size) =>
        new()
        {
            Target = string.Create(CultureInfo.InvariantCulture, $"Tests.Many/{i}"),
            Fingerprint = FingerprintOf(i),
            Outputs = [new Output("values.csv", size, digest)],
            Seconds = 1,
            PeakBytes = 1 << 20,
            Threads = 1,
        };

    private static void Put(string path, byte[] bytes, DateTime? written)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        if (written is { } time)
        {
            File.SetLastWriteTimeUtc(path, time);
        }
    }

    private void Timed(string what, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s")
        );
    }
}
