using Research.Data.Audio;
using Research.Data.Audio.Wav;

namespace Research.Data.Tests.Audio.Wav;

public class WavWriterTests
{
    [Fact]
    public void What_is_written_reads_back_to_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.wav");
        double[] samples = [0, 1 / 32768.0, -1, 32767 / 32768.0, 0.25, -0.5];
        WavWriter.Write(path, new Waveform(samples, 8000));
        Waveform back = WavReader.Read(path);
        Assert.Equal(8000, back.SampleRateHz);
        Assert.Equal(samples, back.Samples);
    }

    [Fact]
    public void Samples_between_steps_are_rounded_and_those_beyond_full_scale_are_cut()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.wav");
        WavWriter.Write(path, new Waveform([0.6 / 32768, 1.5, -1.5], 16000));
        Assert.Equal([1 / 32768.0, 32767 / 32768.0, -1], WavReader.Read(path).Samples);
    }
}
