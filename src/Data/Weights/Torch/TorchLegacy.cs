using System.Buffers.Binary;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Weights.Torch;

/// <summary>PyTorch's file before version 1.6: five pickles one after another, then the numbers of each storage behind their count.</summary>
/// <remarks>The pickles: a magic number, the version 1001, facts of the machine, the tensors, the storages' keys in the order of their numbers.</remarks>
internal static class TorchLegacy
{
    private const long Version = 1001;

    // The pickle of 0x1950a86a20f9469cfc6c in protocol 2.
    private static ReadOnlySpan<byte> Magic =>
        [0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, (byte)'.'];

    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    public static IReadOnlyList<WeightTensor> Read(string path, FileStream file)
    {
        file.Position = Magic.Length;
        object? version = Unpickler.Read(file);
        if (version is not Version)
        {
            throw new InvalidDataException($"is a PyTorch file of version {Printable.Of($"{version}")}; {Version} is read.");
        }

        if (Unpickler.Read(file) is not PickleMap machine || machine.Find("little_endian") is not true)
        {
            throw new InvalidDataException("has its numbers in another order of bytes than little-endian.");
        }

        IReadOnlyList<(string Name, PickleTensor Tensor)> state = TorchState.Of(Unpickler.Read(file));
        var storages = new Dictionary<string, PickleStorage>(StringComparer.Ordinal);
        foreach (PickleStorage storage in state.Select(entry => entry.Tensor.Storage))
        {
            if (!storages.TryAdd(storage.Key, storage) && storages[storage.Key] != storage)
            {
                throw new InvalidDataException($"says two things of its storage '{Printable.Of(storage.Key)}'.");
            }
        }

        Dictionary<string, long> places = Places(file, Unpickler.Read(file), storages);
        return [.. state.Select(entry => TensorOf(path, entry.Name, entry.Tensor, places))];
    }

    // Where the numbers of each storage begin.
    private static Dictionary<string, long> Places(FileStream file, object? keys, Dictionary<string, PickleStorage> storages)
    {
        var places = new Dictionary<string, long>(StringComparer.Ordinal);
        byte[] count = new byte[sizeof(long)];
        foreach (object? key in keys as List<object?> ?? throw new InvalidDataException("has no list of its storages."))
        {
            if (key is not string name || !storages.TryGetValue(name, out PickleStorage? storage))
            {
                throw new InvalidDataException("lists a storage that no tensor has.");
            }

            file.ReadExactly(count);
            if (BinaryPrimitives.ReadInt64LittleEndian(count) != storage.Count || storage.Count > WeightTensor.MostValues)
            {
                throw new InvalidDataException(
                    $"has another number of values in its storage '{Printable.Of(name)}' than it says before."
                );
            }

            places[name] = file.Position;
            long bytes = storage.Count * NumberTypes.Bytes(storage.Type);
            file.Position = bytes <= file.Length - file.Position ? file.Position + bytes : throw new EndOfStreamException();
        }

        return places;
    }

    private static WeightTensor TensorOf(string path, string name, PickleTensor tensor, Dictionary<string, long> places)
    {
        PickleStorage storage = tensor.Storage;
        return places.TryGetValue(storage.Key, out long place)
            ? TorchState.Tensor(name, tensor, () => FilePart.Numbers(path, place, storage.Type, [(int)storage.Count]))
            : throw new InvalidDataException($"has no numbers for its tensor '{Printable.Of(name)}'.");
    }
}
