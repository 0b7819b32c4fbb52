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
        double[] odd = [-0.0, double.NaN, double.Epsilon, 0.1, -1e300, 7];
        odd.CopyTo(written[0].Values);
        written[2].Values[0] = double.NegativeInfinity;
        FeatureFile.Write(_path, written);
        Matrix[] read = FeatureFile.Read(File.OpenRead(_path));
        Assert.Equal(written.Select(Describe), read.Select(Describe));
    }

    [Theory]
    [InlineData(1)] // the value lies with the others
    [InlineData(4000)] // a column of one value lies apart
    public void A_NaN_has_the_same_bytes_whichever_machine_computed_it(int rows)
    {
        byte[][] files =
        [
            .. new ulong[] { 0xFFF8_0000_0000_0000, 0x7FF8_0000_0000_0000, 0x7FF0_0000_0000_0001 }.Select(bits => // x86, Arm, signalling
            {
                var clip = new Matrix(rows, 2);
                clip.Values.Fill(BitConverter.UInt64BitsToDouble(bits));
                FeatureFile.Write(_path, [clip]);
                return File.ReadAllBytes(_path);
            }),
        ];
        Assert.All(files, bytes => Assert.Equal(files[0], bytes));
        Assert.All(FeatureFile.Read(File.OpenRead(_path))[0].Values.ToArray(), value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Clips_longer_than_a_chunk_and_of_unequal_width_read_back()
    {
        var rng = Rng.For(1, "features");
        Matrix[] written = [new(9000, 9), new(3, 20), new(0, 0), new(70_000, 2)];
        foreach (Matrix clip in written)
        {
            foreach (ref double value in clip.Values)
            {
                value = rng.NextNormal();
            }
        }

        FeatureFile.Write(_path, written);
        Assert.Equal(written.Select(Describe), FeatureFile.Read(File.OpenRead(_path)).Select(Describe));
    }

    [Fact]
    public void What_stays_as_it_was_in_the_row_above_becomes_zeros()
    {
        Matrix clip = new(7, 4); // too short for a column to lie apart
        foreach (ref double value in clip.Values)
        {
            value = 0.1;
        }

        FeatureFile.Write(_path, [clip]);
        Assert.InRange(File.ReadAllBytes(_path).Skip(12).Count(value => value != 0), 1, 4 * 8); // the first row alone
    }

    [Fact]
    public void A_column_of_few_values_lies_apart_and_reads_back_beside_the_others()
    {
        var rng = Rng.For(1, "few values");
        Matrix[] written = [new(300, 3), new(0, 3), new(500, 3)];
        foreach (Matrix clip in written)
        {
            for (int i = 0; i < clip.Values.Length; i++)
            {
                clip.Values[i] = i % 3 == 1 ? rng.NextInt(90) / 7.0 : rng.NextNormal();
            }
        }

        FeatureFile.Write(_path, written);
        Assert.Equal(written.Select(Describe), FeatureFile.Read(File.OpenRead(_path)).Select(Describe));
        Assert.InRange(new FileInfo(_path).Length, 800 * 16, (800 * 18) + (8 * 90) + 100); // two bytes in place of eight
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        FeatureFile.Write(_path, [new(5, 5)]);
        File.WriteAllBytes(_path, File.ReadAllBytes(_path)[..^1]);
        Assert.Throws<EndOfStreamException>(() => FeatureFile.Read(File.OpenRead(_path)));
    }

    [Theory]
    [InlineData(new[] { int.MaxValue })]
    [InlineData(new[] { 1, 30_000, 30_000 })]
    [InlineData(new[] { 2, 5000, 5000, 5000, 5000 })]
    [InlineData(new[] { 1, -1, -1 })]
    [InlineData(new[] { 1, int.MaxValue, int.MaxValue })]
    public void Counts_that_the_file_cannot_hold_are_refused_without_memory_for_them(int[] counts)
    {
        File.WriteAllBytes(_path, [.. counts.SelectMany(BitConverter.GetBytes)]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? error = Record.Exception(() => FeatureFile.Read(File.OpenRead(_path)));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before; // before the error is written out, which reads symbols
        Assert.True(error is EndOfStreamException or InvalidDataException, $"{error}");
        Assert.InRange(allocated, 0, 1 << 20);
    }

    private static string Describe(Matrix matrix) =>
        $"{matrix.Rows} x {matrix.Columns}: {string.Join(' ', matrix.Values.ToArray().Select(BitConverter.DoubleToInt64Bits))}";
}
