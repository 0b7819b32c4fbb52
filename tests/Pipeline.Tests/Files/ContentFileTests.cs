using Research.Data;
using Research.Numerics;
using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class ContentFileTests
{
    [Fact]
    public void Items_are_read_one_by_one_in_any_order_and_the_file_is_opened_with_the_first()
    {
        using var bytes = new MemoryStream();
        double[][] waves =
        [
            [0.5, 0.25, -0.0],
            [0.1],
            [-1, -0.5, 0],
        ];
        StoredContent[] stored = [.. waves.Select(wave => Append(bytes, wave))];
        Assert.Equal([StoredKind.Pcm, StoredKind.Samples, StoredKind.Pcm], stored.Select(place => place.Kind));

        int opened = 0;
        var file = new ContentFile(() =>
        {
            opened++;
            return new MemoryStream(bytes.ToArray());
        });
        Assert.Equal(0, opened);
        foreach (int i in new[] { 2, 0, 1, 0 })
        {
            Assert.Equal(Bits(waves[i]), Bits(Read(stored[i], file)));
        }

        Assert.Equal(1, opened);
    }

    [Fact]
    public void Many_threads_each_get_their_own_items()
    {
        using var bytes = new MemoryStream();
        StoredContent[] stored = [.. Enumerable.Range(0, 500).Select(i => Append(bytes, [i / 32768.0, i / 65536.0]))];
        var file = new ContentFile(() => new MemoryStream(bytes.ToArray()));
        double[] firsts = new double[stored.Length];
        Parallel.For(0, stored.Length, i => firsts[i] = Read(stored[i], file)[0]);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i / 32768.0), firsts);
    }

    [Fact]
    public void An_items_bytes_stand_by_themselves()
    {
        using var bytes = new MemoryStream();
        double[] noise = Signals.Noise("by itself", 3000, 1);
        Append(bytes, noise);
        StoredContent second = Append(bytes, noise);
        byte[] all = bytes.ToArray();
        Array.Clear(all, 0, (int)second.Offset);
        Assert.Equal(all.Length, second.Offset + second.Length);
        Assert.Equal(Bits(noise), Bits(Read(second, new ContentFile(() => new MemoryStream(all)))));
    }

    [Fact]
    public void A_matrix_and_an_image_read_back()
    {
        using var bytes = new MemoryStream();
        var matrix = new Matrix(2, 3);
        double[] values = [1, -0.0, double.NaN, 4, 0.1, 6];
        values.CopyTo(matrix.Values);
        StoredContent[] stored =
        [
            StoredContent.Append(bytes, new MatrixContent(() => matrix)),
            StoredContent.Append(bytes, new ImageContent(() => new Image(1, 2, 3, [1, 2, 3, 4, 5, 6]))),
        ];
        var file = new ContentFile(() => new MemoryStream(bytes.ToArray()));
        Matrix back = Assert.IsType<MatrixContent>(stored[0].ToContent(file.Read)).Value;
        Assert.Equal((2, 3), (back.Rows, back.Columns));
        Assert.Equal(Bits(values), Bits(back.Values.ToArray()));
        Assert.Equal([1, 2, 3, 4, 5, 6], Assert.IsType<ImageContent>(stored[1].ToContent(file.Read)).Value.Bytes);
    }

    private static StoredContent Append(Stream bytes, double[] samples) =>
        StoredContent.Append(bytes, new WaveformContent(() => new Waveform(samples, 8000)));

    private static double[] Read(StoredContent stored, ContentFile file)
    {
        Waveform wave = Assert.IsType<WaveformContent>(stored.ToContent(file.Read)).Value;
        Assert.Equal(8000, wave.SampleRateHz);
        return wave.Samples;
    }

    private static IEnumerable<long> Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits);
}
