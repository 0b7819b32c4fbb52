using System.Security.Cryptography;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>A key that signs results: ECDSA on NIST P-256 (FIPS 186-5) with SHA-256.</summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>Hexadecimal digits of an id.</summary>
    internal const int IdLength = 32;

    private const int MostBytes = 1 << 16;

    private readonly ECDsa _key;

    private SigningKey(ECDsa key) => _key = key;

    /// <summary>The start of the SHA-256 of its public half.</summary>
    public string Id => IdOf(_key.ExportSubjectPublicKeyInfo());

    /// <summary>Its public half: the DER form of X.509's SubjectPublicKeyInfo in Base64.</summary>
    public string Public => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>A new key.</summary>
    public static SigningKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key as <see cref="Write"/> and OpenSSL write it (PEM).</summary>
    /// <exception cref="ResearchException">There is no such file, or no such key in it.</exception>
    public static SigningKey Read(string path)
    {
        var key = ECDsa.Create();
        try
        {
            byte[] bytes =
                PlainFile.Read(path, MostBytes)
                ?? throw new ResearchException($"{path}: no such file; 'research cache keygen {path}' makes a key.");
            key.ImportFromPem(System.Text.Encoding.UTF8.GetString(bytes));
            if (IsP256(key))
            {
                return new SigningKey(key);
            }

            throw new ResearchException($"{path}: holds a key of another curve; ECDSA on NIST P-256 is needed.");
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException or InvalidDataException)
        {
            key.Dispose();
            throw new ResearchException(
                $"{path}: holds no private key in PEM form; 'research cache keygen FILE' makes one.",
                error
            );
        }
    }

    /// <summary>Writes the private key where no file is yet, so that its owner alone can read it.</summary>
    /// <exception cref="ResearchException">The file exists.</exception>
    public void Write(string path)
    {
        if (File.Exists(path))
        {
            throw new ResearchException($"{path} exists; a key is never overwritten. Name another file.");
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(_key.ExportPkcs8PrivateKeyPem());
        writer.Write('\n');
    }

    public void Dispose() => _key.Dispose();

    internal byte[] Sign(byte[] message) => _key.SignData(message, HashAlgorithmName.SHA256);

    internal static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..IdLength];

    internal static bool IsP256(ECDsa key) =>
        key.ExportParameters(false).Curve.Oid is { Value: "1.2.840.10045.3.1.7" } or { FriendlyName: "nistP256" };
}
