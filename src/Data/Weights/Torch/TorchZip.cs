using System.IO.Compression;
using Research.Data.Download;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Weights.Torch;

/// <summary>PyTorch's file since version 1.6: a zip archive, not compressed, of a pickle and one file a storage.</summary>
internal static class TorchZip
{
    private const string PickleName = "/data.pkl";
    private const int MostPickleBytes = 1 << 22;
    private const int MostDirectoryBytes = 1 << 22; // of 60,000 tensors

    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    public static IReadOnlyList<WeightTensor> Read(string path, FileStream file)
    {
        using ZipArchive zip = Opened(file);
        ZipArchiveEntry[] pickles =
        [
            .. zip.Entries.Where(entry => entry.FullName.EndsWith(PickleName, StringComparison.Ordinal)),
        ];
        if (pickles.Length != 1)
        {
            throw new InvalidDataException($"is a zip archive with {pickles.Length} files data.pkl; PyTorch writes one.");
        }

        string folder = pickles[0].FullName[..^PickleName.Length];
        CheckOrder(zip, folder);
        using var pickle = new MemoryStream(Bytes(pickles[0], MostPickleBytes));
        return [.. TorchState.Of(Unpickler.Read(pickle)).Select(entry => TensorOf(path, zip, folder, entry.Name, entry.Tensor))];
    }

    private static WeightTensor TensorOf(string path, ZipArchive zip, string folder, string name, PickleTensor tensor)
    {
        PickleStorage storage = tensor.Storage;
        string entry = $"{folder}/data/{storage.Key}";
        CheckSize(Found(zip, entry), storage);
        return TorchState.Tensor(
            name,
            tensor,
            () =>
                FilePart.Guarded(
                    path,
                    file =>
                    {
                        using ZipArchive again = Opened(file);
                        ZipArchiveEntry numbers = Found(again, entry);
                        CheckSize(numbers, storage);
                        using Stream stream = numbers.Open();
                        return NumberTypes.Read(stream, storage.Type, (int)storage.Count);
                    }
                )
        );
    }

    // With its directory read, of which not more is held in memory than that of any network needs.
    private static ZipArchive Opened(FileStream file)
    {
        var bound = new DirectoryBound(file, MostDirectoryBytes);
        var zip = new ZipArchive(bound, ZipArchiveMode.Read);
        _ = zip.Entries;
        bound.Lift();
        return zip;
    }

    // Not compressed: a file asks for no more memory than it has bytes.
    private static void CheckSize(ZipArchiveEntry entry, PickleStorage storage)
    {
        if (
            storage.Count > WeightTensor.MostValues
            || entry.Length != storage.Count * NumberTypes.Bytes(storage.Type)
            || entry.CompressedLength != entry.Length
        )
        {
            throw new InvalidDataException(
                $"its file '{Printable.Of(entry.FullName)}' of {entry.Length} bytes ({entry.CompressedLength} packed) should hold {storage.Count} numbers of {NumberTypes.Bytes(storage.Type)} bytes, unpacked."
            );
        }
    }

    private static ZipArchiveEntry Found(ZipArchive zip, string name) =>
        zip.GetEntry(name)
        ?? throw new InvalidDataException($"has no file '{Printable.Of(name)}', where its pickle says numbers lie.");

    private static void CheckOrder(ZipArchive zip, string folder)
    {
        if (zip.GetEntry($"{folder}/byteorder") is { } order && !Bytes(order, 16).AsSpan().SequenceEqual("little"u8))
        {
            throw new InvalidDataException("has its numbers in another order of bytes than little-endian.");
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry, int most)
    {
        if (entry.Length > most || entry.CompressedLength != entry.Length)
        {
            throw new InvalidDataException(
                $"its file '{Printable.Of(entry.FullName)}' has {entry.Length} bytes ({entry.CompressedLength} packed); at most {most}, unpacked, are read."
            );
        }

        byte[] bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
