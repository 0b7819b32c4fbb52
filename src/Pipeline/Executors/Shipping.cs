using System.Collections.Concurrent;
using System.Security.Cryptography;
using Research.Data.Locking;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors;

/// <summary>Puts what jobs read into an exchange, each content once a run.</summary>
/// <param name="hashes">Remembers the hashes of datasets' files.</param>
internal sealed class Shipping(JobExchange exchange, IFileHashes hashes)
{
    private readonly ConcurrentDictionary<string, Lazy<bool>> _contents = new();
    private readonly ConcurrentDictionary<string, Lazy<DatasetInput>> _datasets = new();

    /// <summary>An item as it goes to other machines; its inputs are in the exchange.</summary>
    public JobFileItem Ship(JobItem item) =>
        new()
        {
            Target = item.Target,
            Fingerprint = item.Fingerprint,
            Settings = item.Settings,
            Inputs = item.Upstream.ToDictionary(
                target => target.Key,
                target => (IReadOnlyList<Output>)[.. target.Value.Select(file => Ship(file.Key, file.Value))]
            ),
            Datasets = item.Datasets.ToDictionary(
                data => data.Key,
                data =>
                    _datasets.GetOrAdd(data.Value.Digest, _ => new(() => ShippedDataset.Put(exchange, data.Value, hashes))).Value
            ),
        };

    private Output Ship(string name, StoredFile file)
    {
        string digest = file.Digest ?? DigestOf(file);
        _ = _contents.GetOrAdd(digest, _ => new(() => Put(digest, file))).Value;
        return new Output(name, file.Size, digest);
    }

    private bool Put(string digest, StoredFile file)
    {
        exchange.Put(digest, file);
        return true;
    }

    private static string DigestOf(StoredFile file)
    {
        using Stream content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
