using Research.Data.Audio;
using Research.Data.Audio.Reading;
using Research.Data.Audio.Wav;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Reading;

public sealed class RecordingReaderTests : IDisposable
{
    private static readonly double[] Tone = [.. Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? 0.25 : -0.25)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_is_read_with_its_share_of_clipped_samples()
    {
        Recording recording = Read(Pcm([.. Tone, 1, 1, 1, 1]));
        Assert.Equal([.. Tone, 32767 / 32768.0, 32767 / 32768.0, 32767 / 32768.0, 32767 / 32768.0], recording.Wave.Samples);
        Assert.Equal(4 / 4004.0, recording.ClippedShare);
    }

    [Fact]
    public void What_cannot_be_used_is_refused_with_its_problem()
    {
        byte[] good = Pcm(Tone);
        Refused([], RecordingProblem.Empty, "is empty (0 bytes).");
        Refused(good[..30], RecordingProblem.Damaged, "truncated");
        Refused(good[..45], RecordingProblem.TooShort, "holds no samples");
        Refused(good[..36], RecordingProblem.Damaged, "no 'data' chunk");
        Refused(File(Format(3, 1, 8000, 32), []), RecordingProblem.TooShort, "holds no samples");
        Refused(Pcm(Tone[..400]), RecordingProblem.TooShort, "lasts 0.050 s; at least 0.1 s are needed.");
        Refused(Pcm(new double[480_001]), RecordingProblem.TooLong, "lasts more than 60 s; a model hears one word or sentence");
        Refused(Pcm(new double[4000]), RecordingProblem.Silent, "holds only silence");
        Refused(Pcm([.. Tone.Select(_ => 0.3)]), RecordingProblem.Silent, "holds only silence"); // a constant is no sound
        Refused(
            File(Format(3, 1, 8000, 32), [.. Enumerable.Repeat(BitConverter.GetBytes(float.NaN), 4000).SelectMany(x => x)]),
            RecordingProblem.NotFinite,
            "must be finite"
        );
    }

    [Fact]
    public void Channels_that_are_no_numbers_are_refused_though_their_mean_is_one()
    {
        byte[] frame = [.. BitConverter.GetBytes(1e31f), .. BitConverter.GetBytes(-1e31f), .. new byte[8]];
        byte[] loud = [.. Enumerable.Repeat(0.5f, 4000).SelectMany(BitConverter.GetBytes)];
        byte[] quiet = [.. Enumerable.Repeat(-0.25f, 4000).SelectMany(BitConverter.GetBytes)];
        Refused(File(Format(3, 2, 8000, 32), [.. frame, .. loud, .. quiet]), RecordingProblem.NotFinite, "must be finite");
    }

    [Fact]
    public void A_recording_that_is_too_long_is_refused_before_memory_for_its_samples()
    {
        byte[] wav = File(Format(1, 1, 1000, 8), new byte[10_000_000]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        RecordingException error = Assert.Throws<RecordingException>(() =>
            RecordingReader.Parse(wav, "a.wav", RecordingLimits.Utterance)
        );
        Assert.Equal(RecordingProblem.TooLong, error.Problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_folder_and_a_missing_file_are_told()
    {
        Assert.Equal(RecordingProblem.Folder, Refusal(_folder.Path).Problem);
        RecordingException missing = Refusal(_folder.File("none.wav"));
        Assert.Equal(RecordingProblem.Missing, missing.Problem);
        Assert.Equal($"{_folder.File("none.wav")}: there is no such file.", missing.Message);
    }

    [Fact]
    public void A_file_that_another_program_holds_cannot_be_read()
    {
        string path = Write(Pcm(Tone));
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(RecordingProblem.Unreadable, Refusal(path).Problem);
    }

    [Fact]
    public void What_the_header_says_wrongly_is_a_warning()
    {
        byte[] wav = Pcm(Tone);
        BitConverter.GetBytes((2 * Tone.Length) + 44).CopyTo(wav, 40);
        Recording recording = Read(wav);
        Assert.Equal(Tone, recording.Wave.Samples);
        Assert.Equal(
            "the header promises 8044 bytes of samples and 8000 are there: 4000 samples a channel, which are read; the file may be cut off",
            Assert.Single(recording.Warnings)
        );
    }

    [Fact]
    public void A_link_to_nothing_is_told_as_what_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        System.IO.File.CreateSymbolicLink(_folder.File("link.wav"), "gone.wav");
        RecordingException error = Refusal(_folder.File("link.wav"));
        Assert.Equal(RecordingProblem.Missing, error.Problem);
        Assert.EndsWith("is a link to gone.wav, and there is no such file.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_text_is_told() =>
        Assert.Contains("the name is not UTF-8", Refusal(_folder.File("a\uFFFD.wav")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_long_recording_is_opened_without_being_read()
    {
        string path = Write(File(Format(1, 1, 8000, 8), []));
        using (FileStream file = System.IO.File.OpenWrite(path))
        {
            file.SetLength(1L << 30); // a sparse file: 37 hours of it
            file.Position = 40;
            file.Write(BitConverter.GetBytes((1 << 30) - 44));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(RecordingProblem.TooLong, Refusal(path).Problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private Recording Read(byte[] wav) => RecordingReader.Read(Write(wav), RecordingLimits.Utterance);

    private void Refused(byte[] wav, RecordingProblem problem, string words)
    {
        RecordingException error = Refusal(Write(wav));
        Assert.Equal(problem, error.Problem);
        Assert.StartsWith(_folder.File("a.wav") + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static RecordingException Refusal(string path) =>
        Assert.Throws<RecordingException>(() => RecordingReader.Read(path, RecordingLimits.Utterance));

    private string Write(byte[] wav)
    {
        System.IO.File.WriteAllBytes(_folder.File("a.wav"), wav);
        return _folder.File("a.wav");
    }

    private byte[] Pcm(double[] samples)
    {
        WavWriter.Write(_folder.File("pcm.wav"), new Waveform(samples, 8000));
        return System.IO.File.ReadAllBytes(_folder.File("pcm.wav"));
    }
}
