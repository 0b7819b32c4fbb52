using System.Security.Cryptography;

namespace Research.Pipeline.Store.Remote;

/// <summary>A public key whose signatures count.</summary>
/// <param name="Name">Whose it is, in words.</param>
/// <param name="Public">The DER form of X.509's SubjectPublicKeyInfo in Base64.</param>
public sealed record TrustedKey(string Name, string Public)
{
    /// <summary>The start of the SHA-256 of the key.</summary>
    public string Id => SigningKey.IdOf(Convert.FromBase64String(Public));

    /// <summary>Whether the text is a public key on NIST P-256.</summary>
    internal bool IsWellFormed
    {
        get
        {
            try
            {
                using ECDsa key = Open();
                return Names.IsLine(Name) && SigningKey.IsP256(key);
            }
            catch (Exception error) when (error is FormatException or CryptographicException)
            {
                return false;
            }
        }
    }

    internal bool Verifies(byte[] message, byte[] signature)
    {
        using ECDsa key = Open();
        return key.VerifyData(message, signature, HashAlgorithmName.SHA256);
    }

    private ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Public), out _);
        return key;
    }
}
