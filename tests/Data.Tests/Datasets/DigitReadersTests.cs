using Research.Data.Datasets;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class DigitReadersTests
{
    private static readonly ItemContent Any = new WaveformContent(new Waveform([0], 8000));

    [Fact]
    public void Names_become_labels_speakers_and_parts()
    {
        Assert.Equal(new Clip("7_jackson_32", "7", "jackson", Part.Train, Any), Fsdd.Parse("7_jackson_32", Any));
        Assert.Equal(Part.Test, Fsdd.Parse("0_theo_4", Any).Part);
        Assert.Equal(new Clip("eight11", "8", "11", null, Any), NtuaDigits.Parse("eight11", Any));
        Assert.Equal(new Clip("onetwothree8", "one two three", "8", null, Any), NtuaPhrases.Parse("onetwothree8", Any));
    }

    [Theory]
    [InlineData("7_jackson")]
    [InlineData("x_jackson_1")]
    [InlineData("7_jackson_one")]
    public void Other_names_are_refused_by_fsdd(string name) => Assert.Throws<ResearchException>(() => Fsdd.Parse(name, Any));

    [Theory]
    [InlineData("zero1")]
    [InlineData("eight")]
    public void Other_names_are_refused_by_the_course_reader(string name) =>
        Assert.Throws<ResearchException>(() => NtuaDigits.Parse(name, Any));

    [Theory]
    [InlineData("onetwothree")]
    [InlineData("onetwo1")]
    public void Other_names_are_refused_by_the_phrase_reader(string name) =>
        Assert.Throws<ResearchException>(() => NtuaPhrases.Parse(name, Any));

    [Fact]
    public void All_recordings_of_fsdd_are_read()
    {
        IReadOnlyList<Clip> clips = Fsdd.Read(RealData.Folder("fsdd"));
        Assert.Equal(3000, clips.Count);
        Assert.Equal(300, clips.Count(clip => clip.Part == Part.Test));
        Assert.Equal(6, clips.Select(clip => clip.Speaker).Distinct().Count());
        Assert.Equal(1312.3, clips.Sum(clip => clip.Waveform.DurationSeconds), 0.05); // as its SOURCE says
    }

    [Fact]
    public void All_recordings_of_the_course_are_read()
    {
        IReadOnlyList<Clip> clips = NtuaDigits.Read(RealData.Folder("ntua-digits"));
        Assert.Equal(133, clips.Count);
        Assert.Equal(15, clips.Select(clip => clip.Speaker).Distinct().Count());
        Assert.All(clips, clip => Assert.Equal(16_000, clip.Waveform.SampleRateHz));
    }
}
