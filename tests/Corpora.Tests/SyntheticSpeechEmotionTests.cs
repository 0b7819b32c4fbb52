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
        Assert.Equal(4 * 3 * 6, Few.Clips.Count);
        Assert.Equal(["anger", "fear", "happiness", "neutral", "sadness", "surprise"], Few.Labels);
        Assert.All(Few.Clips, clip => Assert.Equal(16_000, clip.Waveform.SampleRateHz));
    }

    [Fact]
    public void Anger_is_louder_and_higher_than_sadness_and_sadness_slower()
    {
        Assert.True(Mean("anger", Power) > 3 * Mean("sadness", Power));
        Assert.True(Mean("anger", PitchOf) > 1.15 * Mean("sadness", PitchOf));
        Assert.True(
            Mean("sadness", clip => clip.Waveform.DurationSeconds) > 1.2 * Mean("anger", clip => clip.Waveform.DurationSeconds)
        );
    }

    [Fact]
    public void Neutral_speech_has_no_strength_and_the_others_have()
    {
        Assert.All(Few.Clips, clip => Assert.Equal(clip.Label == "neutral", clip.Traits["strength"] == 0));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Assert.Equal(SyntheticSpeechEmotion.Make("test", 3, 1, 1).Digest, SyntheticSpeechEmotion.Make("test", 3, 1, 1).Digest);

    private static double Mean(string emotion, Func<Clip, double> measure) =>
        OrderedSum.Mean([.. Few.Clips.Where(clip => clip.Label == emotion).Select(measure)]);

    private static double Power(Clip clip) =>
        OrderedSum.Dot(clip.Waveform.Samples, clip.Waveform.Samples) / clip.Waveform.Samples.Length;

    private static double PitchOf(Clip clip) => OrderedSum.Mean([.. clip.Marks.Select(mark => mark.Values["f0"])]);
}
