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
        Assert.Equal(new Item("7_jackson_32", "7", "jackson", Subset.Train, Any), Fsdd.Parse("7_jackson_32", Any));
        Assert.Equal(Subset.Test, Fsdd.Parse("0_theo_4", Any).Subset);
        Assert.Equal(new Item("eight11", "8", "11", null, Any), NtuaDigits.Parse("eight11", Any));
        Assert.Equal(new Item("onetwothree8", "one two three", "8", null, Any), NtuaPhrases.Parse("onetwothree8", Any));
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
        IReadOnlyList<Item> items = Fsdd.Read(RealData.Folder("fsdd"));
        Assert.Equal(3000, items.Count);
        Assert.Equal(300, items.Count(item => item.Subset == Subset.Test));
        Assert.Equal(6, items.Select(item => item.Group).Distinct().Count());
        Assert.Equal(1312.3, items.Sum(item => item.Waveform.DurationSeconds), 0.05); // as its SOURCE says
    }

    [Fact]
    public void All_recordings_of_the_course_are_read()
    {
        IReadOnlyList<Item> items = NtuaDigits.Read(RealData.Folder("ntua-digits"));
        Assert.Equal(133, items.Count);
        Assert.Equal(15, items.Select(item => item.Group).Distinct().Count());
        Assert.All(items, item => Assert.Equal(16_000, item.Waveform.SampleRateHz));
    }
}
