using System.Text;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Weights.Onnx;

/// <summary>The initialisers of an ONNX model: the tensors that it was trained to, without the graph that uses them.</summary>
/// <remarks>Source: onnx.proto of the ONNX project, version 1 and later: the fields of ModelProto, GraphProto and TensorProto named below.</remarks>
internal static class OnnxFile
{
    private const int ModelVersion = 1;
    private const int ModelGraph = 7;
    private const int GraphInitializer = 5;
    private const int TensorDims = 1;
    private const int TensorType = 2;
    private const int TensorFloats = 4;
    private const int TensorName = 8;
    private const int TensorRaw = 9;
    private const int TensorExternal = 13;
    private const int MostNameBytes = 1 << 12;

    public static bool Is(ReadOnlySpan<byte> head) =>
        head.Length > 2 && head[0] == (ModelVersion << 3) && head[1] is > 0 and < 0x80;

    public static IReadOnlyList<WeightTensor> Read(string path, FileStream file)
    {
        ProtobufField[] graphs = [.. ProtobufField.Of(file, 0, file.Length).Where(field => field.Number == ModelGraph)];
        if (graphs.Length != 1 || graphs[0].Bytes < 0)
        {
            throw new InvalidDataException($"is an ONNX model with {graphs.Length} graphs; one is needed.");
        }

        return
        [
            .. ProtobufField
                .Of(file, graphs[0].Start, graphs[0].End)
                .Where(field => field.Number == GraphInitializer && field.Bytes >= 0)
                .Select(field => TensorOf(path, file, field)),
        ];
    }

    private static WeightTensor TensorOf(string path, FileStream file, ProtobufField tensor)
    {
        var sizes = new List<long>();
        (string name, long type, ProtobufField? numbers) = ("", 0, null);
        foreach (ProtobufField field in ProtobufField.Of(file, tensor.Start, tensor.End))
        {
            switch (field.Number)
            {
                case TensorDims:
                    sizes.AddRange(field.Numbers(file, WeightTensor.MostDimensions));
                    break;
                case TensorType:
                    type = field.Value;
                    break;
                case TensorName:
                    name = Text(file, field);
                    break;
                case TensorFloats or TensorRaw when numbers is null:
                    numbers = field;
                    break;
                case TensorFloats or TensorRaw or TensorExternal:
                    throw new InvalidDataException(
                        $"the tensor '{Printable.Of(name)}' at byte {tensor.Start} has its numbers in several places or another file; save the model as one file."
                    );
                default:
                    break;
            }

            if (sizes.Count > WeightTensor.MostDimensions)
            {
                throw new InvalidDataException($"the tensor at byte {tensor.Start} has too many dimensions.");
            }
        }

        return Checked(path, tensor, name, sizes, TypeOf(type, name), numbers);
    }

    private static WeightTensor Checked(
        string path,
        ProtobufField tensor,
        string name,
        List<long> sizes,
        NumberType type,
        ProtobufField? numbers
    )
    {
        int[] shape = WeightTensor.CheckedShape(name, sizes, tensor.Bytes);
        long bytes = shape.Aggregate(1L, (product, size) => product * size) * NumberTypes.Bytes(type);
        (long start, long length) = numbers is { Bytes: >= 0 } place ? (place.Start, place.Bytes) : (0, 0);
        return bytes == length
            ? new WeightTensor(name, shape, () => FilePart.Numbers(path, start, type, shape))
            : throw new InvalidDataException(
                $"the tensor '{Printable.Of(name)}' at byte {tensor.Start} has {length} bytes of numbers where its shape needs {bytes}."
            );
    }

    private static string Text(FileStream file, ProtobufField field)
    {
        if (field.Bytes is < 0 or > MostNameBytes)
        {
            throw new InvalidDataException($"has a name of {field.Bytes} bytes at byte {field.Start}.");
        }

        byte[] bytes = new byte[field.Bytes];
        file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    // TensorProto.DataType.
    private static NumberType TypeOf(long type, string name) =>
        type switch
        {
            1 => NumberType.Float32,
            2 or 9 => NumberType.UInt8,
            3 => NumberType.Int8,
            5 => NumberType.Int16,
            6 => NumberType.Int32,
            7 => NumberType.Int64,
            10 => NumberType.Float16,
            11 => NumberType.Float64,
            16 => NumberType.BFloat16,
            _ => throw new InvalidDataException(
                $"the tensor '{Printable.Of(name)}' has numbers of ONNX's type {type}, which is not read here."
            ),
        };
}
