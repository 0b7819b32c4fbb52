using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Features.Voice;

namespace Research.Evaluation.Tests.FrontEnds;

public class VoiceTracksTests
{
    private static readonly VoiceTracks Tone = new(new Item("tone", "a", "x", null, Harmonics(150)), PitchSettings.Praat);

    [Fact]
    public void The_mean_pitch_of_a_tone_is_its_own_and_comes_first()
    {
        double[] means = Tone.Means(0.2, 0.8, 5000);
        Assert.Equal("mean_pitch", VoiceTracks.Quantities[0]);
        Assert.Equal(VoiceTracks.Quantities.Count, means.Length);
        Assert.Equal(150, means[0], 0.5);
        Assert.True(means[1] < means[2] && means[2] < means[3], string.Join(", ", means));
    }

    [Fact]
    public void Formants_are_looked_for_once_with_each_setting()
    {
        Assert.Same(Tone.Formants(5000), Tone.Formants(FormantSettings.Praat(5000)));
        Assert.NotSame(Tone.Formants(5000), Tone.Formants(5500));
        Assert.Equal(Tone.Means(0.2, 0.8, 5500)[2], Tone.Formants(5500).MeanOver(2, 0.2, 0.8));
    }

    private static Waveform Harmonics(double hertz) =>
        new(
            [
                .. Enumerable
                    .Range(0, 16_000)
                    .Select(n => Enumerable.Range(1, 20).Sum(h => 0.2 / h * Math.Sin(2 * Math.PI * h * hertz * n / 16_000.0))),
            ],
            16_000
        );
}
