using Research.Corpora;
using Research.Data;
using Research.Numerics;

namespace Research.Corpora.Tests;

public class SyntheticSpeechEmotionTests
{
    private static readonly Dataset Few = SyntheticSpeechEmotion.Make("test", 1, 4, 3);

    [Fact]
    public void Every_speaker_says_every_sentence_in_six_emotions()
    {
        Assert.Equal(4 * 3 * 6, Few.Items.Count);
        Assert.Equal(["anger", "fear", "happiness", "neutral", "sadness", "surprise"], Few.Labels);
        Assert.All(Few.Items, item => Assert.Equal(16_000, item.Waveform.SampleRateHz));
    }

    [Fact]
    public void Anger_is_louder_and_higher_than_sadness_and_sadness_slower()
    {
        Assert.True(Mean("anger", Power) > 3 * Mean("sadness", Power));
        Assert.True(Mean("anger", PitchOf) > 1.15 * Mean("sadness", PitchOf));
        Assert.True(
            Mean("sadness", item => item.Waveform.DurationSeconds) > 1.2 * Mean("anger", item => item.Waveform.DurationSeconds)
        );
    }

    [Fact]
    public void Neutral_speech_has_no_strength_and_the_others_have()
    {
        Assert.All(Few.Items, item => Assert.Equal(item.Label == "neutral", item.Targets["strength"] == 0));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Assert.Equal(SyntheticSpeechEmotion.Make("test", 3, 1, 1).Digest, SyntheticSpeechEmotion.Make("test", 3, 1, 1).Digest);

    private static double Mean(string emotion, Func<Item, double> measure) =>
        OrderedSum.Mean([.. Few.Items.Where(item => item.Label == emotion).Select(measure)]);

    private static double Power(Item item) =>
        OrderedSum.Dot(item.Waveform.Samples, item.Waveform.Samples) / item.Waveform.Samples.Length;

    private static double PitchOf(Item item) => OrderedSum.Mean([.. item.Marks.Select(mark => mark.Values["f0"])]);
}
