using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Wav;
using Research.Data.Own;
using Research.Numerics;

namespace Research.Data.Tests.Own;

public sealed class OwnSoundsTests : IDisposable
{
    private static readonly OwnItem[] Items =
    [
        new("b", "b.wav", "robin", "bob", Subset.Test),
        new("ann/a", "ann/a.wav", "wren", "ann", null),
    ];

    private readonly TemporaryFolder _folder = new();

    public OwnSoundsTests()
    {
        Directory.CreateDirectory(Source("ann"));
        WavWriter.Write(Source("b.wav"), new Waveform([0.5, -0.5], 8000));
        WavWriter.Write(Source("ann/a.wav"), new Waveform([0.25, 0, 0.25], 16_000));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_stored_reads_back_as_items_in_the_order_of_their_names()
    {
        new OwnSounds(_folder.File("source"), null, _ => { }).Write(Items, Target);
        IReadOnlyList<Item> back = OwnDataset.Read(Target);
        Assert.Equal(["ann/a", "b"], back.Select(item => item.Id));
        Assert.Equal(["wren", "robin"], back.Select(item => item.Label));
        Assert.Equal(["ann", "bob"], back.Select(item => item.Group));
        Assert.Equal([null, Subset.Test], back.Select(item => item.Subset));
        Assert.Equal([0.25, 0, 0.25], back[0].Waveform.Samples);
        Assert.Equal(8000, back[1].Waveform.SampleRateHz);
    }

    [Fact]
    public void A_change_is_stored_in_floats()
    {
        new OwnSounds(
            _folder.File("source"),
            wave => wave with { Samples = [.. wave.Samples.Select(x => x / 3)] },
            _ => { }
        ).Write(Items, Target);
        Assert.Equal([(float)(0.5 / 3), (float)(-0.5 / 3)], OwnDataset.Read(Target)[1].Waveform.Samples);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_stored_as_it_is_has_finite_samples_or_is_refused_by_its_own_name(float sample)
    {
        using (FileStream wav = File.Create(Source("b.wav")))
        {
            FloatWav.Write(wav, new Waveform([0.5, sample], 8000));
        }

        var error = Assert.Throws<RecordingException>(() =>
            new OwnSounds(_folder.File("source"), null, _ => { }).Write(Items, Target)
        );
        Assert.Equal(RecordingProblem.NotFinite, error.Problem);
        Assert.StartsWith($"{Source("b.wav")}: sample 1 is ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_stored_with_its_size_in_the_header()
    {
        new OwnSounds(_folder.File("source"), wave => wave, _ => { }).Write(Items, Target);
        foreach (string file in Directory.GetFiles(Target, "*.wav", SearchOption.AllDirectories))
        {
            byte[] wav = File.ReadAllBytes(file);
            Assert.Equal(wav.Length - 8, BitConverter.ToInt32(wav, 4));
            Assert.Equal(wav.Length - 44, BitConverter.ToInt32(wav, 40));
        }
    }

    [Fact]
    public void A_wrong_header_is_warned_of_by_name()
    {
        byte[] wav = File.ReadAllBytes(Source("b.wav"));
        BitConverter.GetBytes(400).CopyTo(wav, 40);
        File.WriteAllBytes(Source("b.wav"), wav);
        var warnings = new List<string>();
        new OwnSounds(_folder.File("source"), null, warnings.Add).Write(Items, Target);
        Assert.Contains("b.wav: warning: the header promises 400 bytes", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_sound_is_refused_by_name()
    {
        File.WriteAllBytes(Source("b.wav"), []);
        Assert.Contains(
            "b.wav: is empty",
            Assert
                .Throws<RecordingException>(() => new OwnSounds(_folder.File("source"), null, _ => { }).Write(Items, Target))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("id\tfile\tlabel\tgroup\tpart\na\t../../x.wav\tl\tg\t\n")]
    [InlineData("id\tfile\tlabel\tgroup\tpart\na\trecordings/1.wav\tl\tg\tno part\n")]
    [InlineData("id\tfile\tlabel\tgroup\tpart\na\trecordings/1.wav\n")]
    public void An_index_that_is_none_is_refused(string text)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "items.tsv"), text);
        Assert.Throws<ResearchException>(() => OwnDataset.Read(Target));
    }

    [Fact]
    public void A_name_with_a_tab_is_refused() =>
        Assert.Throws<ResearchException>(() =>
            new OwnSounds(_folder.File("source"), null, _ => { }).Write([Items[0] with { Label = "a\tb" }, Items[1]], Target)
        );

    private string Source(string name) => Path.Combine(_folder.File("source"), name);

    private string Target => _folder.File("target");
}
