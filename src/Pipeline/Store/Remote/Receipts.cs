using System.Security.Cryptography;
using System.Text;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>Receipts of independent machines, one a fingerprint and key.</summary>
/// <remarks>The entry's name is the SHA-256 of "receipt FINGERPRINT KEY", so that no machine writes over another's, and a reader needs no listing.</remarks>
/// <param name="remote">Where they are.</param>
/// <param name="trusted">Whose count.</param>
internal sealed class Receipts(IRemote remote, TrustedKeys trusted)
{
    private const string Kind = "research receipt 1";
    private const int MostBytes = 1 << 22;

    /// <summary>The trusted receipts of a fingerprint, by the name of each key, in the order of the list of keys.</summary>
    /// <exception cref="ResearchException">The place cannot be read.</exception>
    public IReadOnlyList<(TrustedKey Key, Receipt Receipt)> Of(string fingerprint) => Guarded(() => ReadAsync(fingerprint));

    /// <summary>Publishes a receipt.</summary>
    /// <returns>False where this key has one of the same bits already.</returns>
    /// <exception cref="ContradictionException">This key has published other bits of the fingerprint: they are not overwritten.</exception>
    /// <exception cref="ResearchException">The place cannot be written.</exception>
    public bool Put(Receipt receipt, SigningKey key) => Guarded(() => PutAsync(receipt, key));

    private static string NameOf(string fingerprint, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"receipt {fingerprint} {key}")));

    private async Task<IReadOnlyList<(TrustedKey Key, Receipt Receipt)>> ReadAsync(string fingerprint)
    {
        var found = new List<(TrustedKey, Receipt)>();
        foreach (TrustedKey key in trusted.All)
        {
            if (
                await remote.EntryAsync(NameOf(fingerprint, key.Id), MostBytes, CancellationToken.None) is { } bytes
                && SignedText.Parse(bytes, Kind) is { } text
                && text.SignersAmong(trusted).Contains(key.Id)
                && Receipt.Parse(text.Body) is { } receipt
                && receipt.Fingerprint == fingerprint
            )
            {
                found.Add((key, receipt));
            }
        }

        return found;
    }

    private async Task<bool> PutAsync(Receipt receipt, SigningKey key)
    {
        string name = NameOf(receipt.Fingerprint, key.Id);
        if (
            await remote.EntryAsync(name, MostBytes, CancellationToken.None) is { } bytes
            && SignedText.Parse(bytes, Kind) is { } text
            && text.SignersAmong(new TrustedKeys([new TrustedKey("own", key.Public)])).Count > 0
            && Receipt.Parse(text.Body) is { } old
        )
        {
            string[] differing = [.. Differences.Between(old.Outputs, receipt.Outputs)];
            return differing.Length == 0
                ? false
                : throw new ContradictionException(
                    $"{receipt.Target}: this key's receipt of {old.Date} has other bits ({string.Join(", ", differing)}); it is not overwritten. One of the two machines, or its memory, is wrong."
                );
        }

        await remote.PutEntryAsync(name, SignedText.By(key, Kind, receipt.ToBytes()).ToBytes(), CancellationToken.None);
        return true;
    }

    /// <summary>What a remote gives, its errors as sentences for a person.</summary>
    /// <exception cref="ResearchException">The place cannot be reached, read or written.</exception>
    internal static T Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return work().GetAwaiter().GetResult();
        }
        catch (RemoteException error)
        {
            throw new ResearchException(error.Message, error);
        }
    }
}
