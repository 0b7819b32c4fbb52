using System.Text;

namespace Research.Pipeline.Store.Remote;

/// <summary>Bytes of a stated kind, with signatures of them: what a remote store keeps as an entry.</summary>
/// <remarks>
/// Its lines: the kind, one "signed KEY SIGNATURE" a signature, an empty line; then the bytes. A signature (ECDSA, NIST P-256, SHA-256) is of the kind's line
/// and the bytes, so that what was signed as one kind is no other.
/// </remarks>
/// <param name="Kind">Such as "research result 1".</param>
internal sealed record SignedText(string Kind, byte[] Body, IReadOnlyList<SignedText.Signature> Signatures)
{
    private const int MostSignatures = 16;
    private const int LongestLine = 300;
    private const string Word = "signed";

    /// <summary>What a key says of the text.</summary>
    /// <param name="Key">Its id.</param>
    /// <param name="Bytes">In the fixed-length form of IEEE P1363.</param>
    public sealed record Signature(string Key, byte[] Bytes);

    /// <summary>The text as one key signs it.</summary>
    public static SignedText By(SigningKey key, string kind, byte[] body) =>
        new(kind, body, [new Signature(key.Id, key.Sign(Message(kind, body)))]);

    /// <summary>Ids of the trusted keys whose signatures hold.</summary>
    public IReadOnlyList<string> SignersAmong(TrustedKeys keys) =>
        [
            .. Signatures
                .Where(signature => keys.Find(signature.Key)?.Verifies(Message(Kind, Body), signature.Bytes) == true)
                .Select(signature => signature.Key)
                .Distinct(),
        ];

    public byte[] ToBytes()
    {
        IEnumerable<string> lines = Signatures.Select(own => $"{Word} {own.Key} {Convert.ToBase64String(own.Bytes)}\n");
        return [.. Encoding.ASCII.GetBytes($"{Kind}\n{string.Concat(lines)}\n"), .. Body];
    }

    /// <summary>Null where the bytes are no such text of that kind.</summary>
    public static SignedText? Parse(byte[] bytes, string kind)
    {
        int at = 0;
        if (Line(bytes, ref at) != kind)
        {
            return null;
        }

        var signatures = new List<Signature>();
        while (Line(bytes, ref at) is { } line && signatures.Count <= MostSignatures)
        {
            if (line.Length == 0)
            {
                return new SignedText(kind, bytes[at..], signatures);
            }

            if (ReadSignature(line) is not { } signature)
            {
                return null;
            }

            signatures.Add(signature);
        }

        return null;
    }

    private static Signature? ReadSignature(string line)
    {
        string[] parts = line.Split(' ');
        byte[] bytes = new byte[LongestLine];
        return
            parts is [Word, { Length: SigningKey.IdLength } key, var signature]
            && Convert.TryFromBase64String(signature, bytes, out int length)
            ? new Signature(key, bytes[..length])
            : null;
    }

    private static string? Line(byte[] bytes, ref int at)
    {
        int end = Array.IndexOf(bytes, (byte)'\n', at, Math.Min(LongestLine, bytes.Length - at));
        if (end < 0)
        {
            return null;
        }

        string line = Encoding.ASCII.GetString(bytes, at, end - at);
        at = end + 1;
        return line;
    }

    private static byte[] Message(string kind, byte[] body) => [.. Encoding.ASCII.GetBytes(kind + "\n"), .. body];
}
