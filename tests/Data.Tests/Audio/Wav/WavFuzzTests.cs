using CsCheck;
using Research.Data.Audio;
using Research.Data.Audio.Reading;
using Research.Data.Audio.Wav;
using Research.Tests;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Wav;

/// <summary>Random and mutated WAV files: each is read, or refused with a message; none crashes, hangs or fills the memory.</summary>
public class WavFuzzTests
{
    private const int Cases = 150;
    private const int BytesForEach = 64; // eight for a sample, and what messages and lists need
    private const int BytesForAll = 1 << 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // a reader that hangs is a timeout

    public static TheoryData<string> Originals => ["8-bit", "16-bit stereo", "24-bit", "float", "extensible"];

    [Theory]
    [MemberData(nameof(Originals))]
    public async Task A_mutated_file_is_read_or_refused(string name) => await Check(MutatedBytes.Of(Original(name)), Read);

    [Fact]
    public async Task Random_bytes_are_read_or_refused() => await Check(Gen.Byte.Array[0, 300], Read);

    [Fact]
    public async Task Random_chunks_are_read_or_refused() =>
        await Check(
            Gen.Select(Gen.OneOf("fmt ", "data", "LIST", "odd "), Gen.Byte.Array[0, 60])
                .Array[0, 6]
                .Select(chunks => Riff(chunks)),
            Read
        );

    [Theory]
    [MemberData(nameof(Originals))]
    public async Task A_mutated_recording_is_read_or_refused_as_a_recording(string name) =>
        await Check(MutatedBytes.Of(Original(name)), ReadRecording);

    private static Task Check(Gen<byte[]> files, Action<byte[]> read) =>
        Task.Run(() => files.HoldsFor(Cases, read), TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

    private static void Read(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Waveform wave = WavReader.Parse(file, "a.wav");
            Assert.InRange(wave.SampleRateHz, 1, 1_000_000);
            Assert.InRange(wave.Samples.Length, 1, file.Length);
            Assert.DoesNotContain(wave.Samples, sample => !double.IsFinite(sample));
        }
        catch (RecordingException error)
        {
            Assert.StartsWith("a.wav: ", error.Message, StringComparison.Ordinal);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, BytesForAll + (BytesForEach * (long)file.Length));
    }

    private static void ReadRecording(byte[] file)
    {
        RecordingLimits any = new()
        {
            ShortestSeconds = 0,
            LongestSeconds = double.MaxValue,
            SilenceDecibels = -200,
            Advice = "",
        };
        try
        {
            Recording recording = RecordingReader.Parse(file, "a.wav", any);
            Assert.InRange(recording.ClippedShare, 0, 1);
        }
        catch (RecordingException error)
        {
            Assert.StartsWith("a.wav: ", error.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Original(string name)
    {
        byte[] data = [.. Enumerable.Range(0, 240).Select(i => (byte)(i * 37))];
        return name switch
        {
            "8-bit" => File(Format(1, 1, 8000, 8), data),
            "16-bit stereo" => File(Format(1, 2, 44_100, 16), data),
            "24-bit" => File(Format(1, 1, 96_000, 24), data),
            "float" => File(
                Format(3, 1, 16_000, 32),
                [.. Enumerable.Range(0, 60).SelectMany(i => BitConverter.GetBytes(i / 60f))]
            ),
            _ => File(Extensible(1, 1, 16_000, 16), data),
        };
    }
}
