using System.Text;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Tests;

namespace Research.Evaluation.Tests.Trials;

public class TensorsFileTests
{
    private const int Cases = 400;

    private static readonly Dictionary<string, Matrix> Tensors = new()
    {
        ["dense/kernel"] = Matrix.OfRows([
            [1, 2, 3],
            [4, 5, 6],
        ]),
        ["dense/bias"] = Matrix.OfRows([
            [7, 8, 9],
        ]),
    };

    [Fact]
    public void Tensors_come_back_by_name_whatever_their_order()
    {
        byte[] bytes = Bytes(Tensors);
        Assert.Equal(bytes, Bytes(Tensors.Reverse()));
        IReadOnlyDictionary<string, Matrix> read = TensorsFile.Read(Reader(bytes));
        Assert.Equal(Tensors.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        Assert.All(Tensors, tensor => Assert.Equal(tensor.Value.Values.ToArray(), read[tensor.Key].Values.ToArray()));
    }

    [Fact]
    public void Two_of_one_name_are_refused()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(2);
        for (int i = 0; i < 2; i++)
        {
            writer.Write("bias");
            MatrixBinary.Write(writer, Tensors["dense/bias"]);
        }

        var error = Assert.Throws<InvalidDataException>(() => TensorsFile.Read(Reader(bytes.ToArray())));
        Assert.Contains("'bias'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_of_more_than_the_data_hold_is_refused() =>
        Assert.Throws<EndOfStreamException>(() => TensorsFile.Read(Reader([255, 255, 255, 127, 0, 0])));

    [Fact]
    public void Mutated_tensors_are_read_or_refused() =>
        MutatedBytes
            .Of(Bytes(Tensors))
            .HoldsFor(
                Cases,
                bytes =>
                    HostileInput.IsReadOrRefused(
                        () => TensorsFile.Read(Reader(bytes)),
                        (1 << 18) + (64L * bytes.Length),
                        error => error is EndOfStreamException or InvalidDataException or FormatException or IOException
                    )
            );

    private static byte[] Bytes(IEnumerable<KeyValuePair<string, Matrix>> tensors)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        TensorsFile.Write(writer, new Dictionary<string, Matrix>(tensors));
        return bytes.ToArray();
    }

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));
}
