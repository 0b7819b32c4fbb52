using Research.Numerics;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

public sealed class FeatureFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Every_bit_of_every_matrix_reads_back()
    {
        Matrix[] written = [new(2, 3), new(0, 3), new(1, 1)];
        double[] odd = [-0.0, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001), double.Epsilon, 0.1, -1e300, 7];
        odd.CopyTo(written[0].Values);
        written[2].Values[0] = double.NegativeInfinity;
        FeatureFile.Write(_path, written);
        Matrix[] read = FeatureFile.Read(File.OpenRead(_path));
        Assert.Equal(written.Select(Describe), read.Select(Describe));
    }

    private static string Describe(Matrix matrix) =>
        $"{matrix.Rows} x {matrix.Columns}: {string.Join(' ', matrix.Values.ToArray().Select(BitConverter.DoubleToInt64Bits))}";
}
