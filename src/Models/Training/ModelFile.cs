using System.Security.Cryptography;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>A network's weights in a file that knows its version and whether it is whole.</summary>
/// <remarks>"RMODEL", the version, SHA-256 of what follows, and the weights in TorchSharp's own format.</remarks>
public static class ModelFile
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int Version = 1;

    private static ReadOnlySpan<byte> Mark => "RMODEL"u8;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(nn.Module network)
    {
        using var weights = new MemoryStream();
        network.save(weights);
        byte[] content = weights.ToArray();
        using var file = new MemoryStream();
        file.Write(Mark);
        file.Write(BitConverter.GetBytes(Version));
        file.Write(SHA256.HashData(content));
        file.Write(content);
        return file.ToArray();
    }

    /// <summary>Gives a network the weights; it changes only if all of them fit.</summary>
    /// <exception cref="InvalidDataException">No model file, of another version, or cut off or damaged.</exception>
    /// <exception cref="ArgumentException">Weights of another network; names what differs.</exception>
    public static void Read(nn.Module network, byte[] file)
    {
        int header = Mark.Length + sizeof(int) + SHA256.HashSizeInBytes;
        if (file.Length < header || !file.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw new InvalidDataException(
                $"These {file.Length} bytes are no model file: one begins with RMODEL and has at least {header} bytes."
            );
        }

        int version = BitConverter.ToInt32(file, Mark.Length);
        if (version != Version)
        {
            throw new InvalidDataException(
                $"The model file is of version {version}; this program reads version {Version}. Train the model again, or use the program that wrote it."
            );
        }

        ReadOnlySpan<byte> digest = file.AsSpan(Mark.Length + sizeof(int), SHA256.HashSizeInBytes);
        if (!SHA256.HashData(file.AsSpan(header)).AsSpan().SequenceEqual(digest))
        {
            throw new InvalidDataException(
                "The model file is cut off or damaged: its contents do not have the digest that it states. Fetch or make it again."
            );
        }

        using var reader = new BinaryReader(new MemoryStream(file, header, file.Length - header));
        network.load(reader);
    }
}
