using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;

namespace Research.Pipeline.Checkpoints;

/// <summary>States as files of one folder, one a loop; each appears by one rename, and one that is not whole counts for nothing.</summary>
/// <param name="folder">Belongs to one fingerprint, so that a state never meets other code, settings or data.</param>
/// <param name="interval">Time between two saves of a loop; zero saves every time.</param>
public sealed class FileCheckpoints(string folder, TimeSpan interval) : ICheckpointStore
{
    private readonly ConcurrentDictionary<string, long> _saved = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    public bool Resume(string name, Action<BinaryReader> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            return false;
        }

        byte[] bytes = File.ReadAllBytes(path);
        if (
            bytes.Length < SHA256.HashSizeInBytes
            || !SHA256
                .HashData(bytes.AsSpan(SHA256.HashSizeInBytes))
                .AsSpan()
                .SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
        )
        {
            return false; // cut short or edited: the loop starts over
        }

        using var reader = new BinaryReader(
            new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes)
        );
        read(reader);
        return true;
    }

    public void Save(string name, Action<BinaryWriter> write, bool last = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        long since = _saved.GetOrAdd(name, _started);
        if (!last && Stopwatch.GetElapsedTime(since) < interval)
        {
            return;
        }

        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        byte[] state = memory.ToArray();
        AtomicFile.Write(PathOf(name), [.. SHA256.HashData(state), .. state]);
        _saved[name] = Stopwatch.GetTimestamp();
    }

    private string PathOf(string name) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]);
}
