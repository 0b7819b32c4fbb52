using Research.Corpora.Speech;

namespace Research.Corpora.Tests.Speech;

public class MannerTests
{
    [Fact]
    public void Between_two_manners_lies_the_mean_and_beyond_them_more_of_the_second()
    {
        Manner anger = Emotions.All["anger"];
        Assert.Equal(Manner.Neutral, Manner.Between(Manner.Neutral, anger, 0));
        Assert.Equal(anger.Pitch, Manner.Between(Manner.Neutral, anger, 1).Pitch, 1e-12);
        Assert.Equal((1 + anger.Pitch) / 2, Manner.Between(Manner.Neutral, anger, 0.5).Pitch, 1e-12);
        Assert.True(Manner.Between(Manner.Neutral, anger, 1.4).Decibels > anger.Decibels);
    }

    [Fact]
    public void Amounts_never_fall_below_zero() =>
        Assert.Equal(0, Manner.Between(Emotions.All["sadness"], Manner.Neutral, 2).Breath);
}
