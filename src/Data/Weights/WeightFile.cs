using Research.Data.Weights.Onnx;
using Research.Data.Weights.Tensors;
using Research.Data.Weights.Torch;
using Research.Numerics;

namespace Research.Data.Weights;

/// <summary>Reads trained weights that other programs wrote; nothing in a file is ever executed.</summary>
/// <remarks>
/// PyTorch's state (.pth: a zip, or the older form), safetensors, and the initialisers of an ONNX model. What a file is, its first bytes say, not its name.
/// Oracle: files that PyTorch 1.13 wrote, and scripts of our own for the other formats.
/// </remarks>
internal static class WeightFile
{
    private const int HeadBytes = 16;

    /// <summary>Lists the tensors of a file, in its order; their values are read when they are asked for.</summary>
    /// <exception cref="ResearchException">The file is none of these, or its contents cannot be; the message names it and the place.</exception>
    public static IReadOnlyList<WeightTensor> Read(string path) =>
        FilePart.Guarded(
            path,
            file =>
            {
                long bytes = file.Length;
                IReadOnlyList<WeightTensor> tensors = ReadAny(path, file);
                Check(tensors, bytes);
                return tensors;
            }
        );

    private static IReadOnlyList<WeightTensor> ReadAny(string path, FileStream file)
    {
        byte[] head = new byte[HeadBytes];
        int length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        file.Position = 0;
        ReadOnlySpan<byte> start = head.AsSpan(0, length);
        return TorchZip.Is(start) ? TorchZip.Read(path, file)
            : TorchLegacy.Is(start) ? TorchLegacy.Read(path, file)
            : Safetensors.Is(start) ? Safetensors.Read(path, file)
            : OnnxFile.Is(start) ? OnnxFile.Read(path, file)
            : throw new InvalidDataException(
                "is no file of weights that is known here: PyTorch's .pth, safetensors and ONNX are."
            );
    }

    // Tensors may share numbers, but not so that a small file asks for much memory.
    private static void Check(IReadOnlyList<WeightTensor> tensors, long bytes)
    {
        long values = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (WeightTensor tensor in tensors)
        {
            values += tensor.Count;
            if (!names.Add(tensor.Name))
            {
                throw new InvalidDataException($"has two tensors named '{Printable.Of(tensor.Name)}'.");
            }
        }

        if (values > bytes)
        {
            throw new InvalidDataException(
                $"has tensors of {values} numbers together in {bytes} bytes: many share the same, which no network does."
            );
        }
    }
}
