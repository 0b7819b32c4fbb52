using Research.Data;
using Research.Evaluation.Recognition;
using Research.Numerics;

namespace Research.Evaluation.Tests.Recognition;

/// <summary>What a recogniser says beside its own answer.</summary>
public class RecognizerTests
{
    private const double Seconds = 0.5;

    private static readonly Background Known = Background.Fit(Backgrounds.Digits(9).Select(Background.StatisticsOf), 1);

    [Fact]
    public void Of_windows_the_background_is_asked_one_by_one_and_the_mean_is_taken()
    {
        Waveform noise = Backgrounds.Noise(1.2, 8000);
        double[] each =
        [
            .. new[] { 0, 4000 }.Select(start =>
                Known.FamiliarityOf(Background.StatisticsOf(new(noise.Samples[start..(start + 4000)], 8000)))
            ),
        ];
        Assert.Equal(
            (each[0] + each[1]) / 2,
            new Windowed { Background = Known }
                .Answer(noise)
                .Background
        );
        Assert.NotEqual(each[0], each[1]);
    }

    [Fact]
    public void Of_a_recording_that_is_heard_whole_the_background_is_asked_once()
    {
        Waveform noise = Backgrounds.Noise(1.2, 8000);
        var whole = new LoudnessRecognizer(Cards.Card, new LoudnessSettings(1), 0.1) { Background = Known };
        Assert.Equal(Known.FamiliarityOf(Background.StatisticsOf(noise)), whole.Answer(noise).Background);
    }

    [Fact]
    public void Without_a_background_nothing_is_said_of_it() =>
        Assert.Null(new Windowed().Answer(Backgrounds.Noise(1.2, 8000)).Background);

    private sealed class Windowed() : Recognizer(Cards.Card, "windowed", new LoudnessSettings(1)), IHearsWindows
    {
        public double WindowSeconds => Seconds;

        public IReadOnlyList<WindowAnswer> Windows(Waveform waveform) =>
            WindowVote.Each(waveform, Seconds, _ => new Answer([0.5, 0.5], 0));

        protected override Answer AnswerAlone(Waveform waveform) => WindowVote.Of(Windows(waveform));

        public override void WriteWeights(BinaryWriter writer) => throw new NotSupportedException();
    }
}
