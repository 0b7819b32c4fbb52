using System.Text.Json;
using Research.Data.Arrays;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Arrays;

public class NpyWriterTests
{
    [Theory]
    [InlineData("<f8")]
    [InlineData("one value")]
    public void Bytes_are_those_that_numpy_writes(string name)
    {
        JsonElement item = Golden.Json("npy.json").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        double[][] rows =
        [
            .. item.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(x => x.GetDouble()).ToArray()),
        ];
        Assert.Equal(item.GetProperty("file").GetBytesFromBase64(), Written(Matrix.OfRows(rows)));
    }

    [Fact]
    public void What_is_longer_than_a_part_reads_back()
    {
        var matrix = new Matrix(3, 9001);
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = Math.Sqrt(i);
        }

        Matrix back = NpyReader.Read(new MemoryStream(Written(matrix)), "a.npy");
        Assert.Equal(matrix.Values.ToArray(), back.Values.ToArray());
        Assert.Equal((3, 9001), (back.Rows, back.Columns));
    }

    private static byte[] Written(Matrix matrix)
    {
        var stream = new MemoryStream();
        NpyWriter.Write(stream, matrix);
        return stream.ToArray();
    }
}
