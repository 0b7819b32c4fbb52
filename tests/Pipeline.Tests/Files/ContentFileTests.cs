using Research.Data;
using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class SampleFileTests
{
    [Fact]
    public void Clips_are_read_one_by_one_in_any_order_and_the_file_is_opened_with_the_first()
    {
        using var bytes = new MemoryStream();
        Waveform[] waves = [new([0.5, 0.25], 8000), new([0.1], 16_000), new([-1, -0.5, 0], 44_100)];
        StoredSamples[] stored = [.. waves.Select(wave => StoredSamples.Append(bytes, wave))];
        Assert.Equal([true, false, true], stored.Select(place => place.IsPcm));

        int opened = 0;
        var file = new SampleFile(() =>
        {
            opened++;
            return new MemoryStream(bytes.ToArray());
        });
        Assert.Equal(0, opened);
        foreach (int i in new[] { 2, 0, 1, 0 })
        {
            Waveform read = file.Read(stored[i]);
            Assert.Equal(
                (waves[i].SampleRateHz, string.Join(' ', waves[i].Samples)),
                (read.SampleRateHz, string.Join(' ', read.Samples))
            );
        }

        Assert.Equal(1, opened);
    }

    [Fact]
    public void Many_threads_each_get_their_own_clips()
    {
        using var bytes = new MemoryStream();
        StoredSamples[] stored =
        [
            .. Enumerable.Range(0, 500).Select(i => StoredSamples.Append(bytes, new Waveform([i / 32768.0, i / 65536.0], 8000))),
        ];
        var file = new SampleFile(() => new MemoryStream(bytes.ToArray()));
        double[] firsts = new double[stored.Length];
        Parallel.For(0, stored.Length, i => firsts[i] = file.Read(stored[i]).Samples[0]);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i / 32768.0), firsts);
    }
}
