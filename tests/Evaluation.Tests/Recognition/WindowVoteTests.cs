using Research.Data;
using Research.Evaluation.Recognition;

namespace Research.Evaluation.Tests.Recognition;

public class WindowVoteTests
{
    [Fact]
    public void Windows_follow_one_another_and_a_rest_is_left_out()
    {
        var wave = new Waveform([1, 2, 3, 4, 5, 6, 7], 2);
        IReadOnlyList<(double StartSeconds, Waveform Window)> windows = WindowVote.Cut(wave, 1.5);
        Assert.Equal([0, 1.5], windows.Select(window => window.StartSeconds));
        Assert.Equal([1, 2, 3], windows[0].Window.Samples);
        Assert.Equal([4, 5, 6], windows[1].Window.Samples);
        Assert.All(windows, window => Assert.Equal(2, window.Window.SampleRateHz));
    }

    [Theory]
    [InlineData(3.5)] // exactly as long
    [InlineData(10)]
    public void A_recording_that_is_no_longer_is_one_window(double seconds)
    {
        var wave = new Waveform([1, 2, 3, 4, 5, 6, 7], 2);
        (double start, Waveform window) = Assert.Single(WindowVote.Cut(wave, seconds));
        Assert.Equal((0, wave), (start, window));
    }

    [Fact]
    public void Each_window_has_its_answer_and_its_place()
    {
        var wave = new Waveform([1, 2, 3, 4, 5, 6, 7], 2);
        IReadOnlyList<WindowAnswer> windows = WindowVote.Each(wave, 1.5, window => new Answer([window.Samples[0]], 0));
        Assert.Equal([(0, 1.5), (1.5, 3)], windows.Select(window => (window.StartSeconds, window.EndSeconds)));
        Assert.Equal([1, 4], windows.Select(window => window.Answer.Probabilities[0]));
    }

    [Fact]
    public void The_vote_is_the_mean_of_the_probabilities_and_of_the_familiarities()
    {
        WindowAnswer[] windows =
        [
            new(0, 1, new Answer([0.75, 0.25], -1)),
            new(1, 2, new Answer([0.25, 0.75], -3)),
            new(2, 3, new Answer([0.5, 0.5], -5)),
        ];
        Answer vote = WindowVote.Of(windows);
        Assert.Equal([0.5, 0.5], vote.Probabilities);
        Assert.Equal(-3, vote.Familiarity);
    }

    [Fact]
    public void One_window_is_its_own_vote_to_the_last_bit()
    {
        var answer = new Answer([0.1, 0.7, 0.2], -1.3);
        Answer vote = WindowVote.Of([new(0, 1, answer)]);
        Assert.Equal(answer.Probabilities, vote.Probabilities);
        Assert.Equal(answer.Familiarity, vote.Familiarity);
    }
}
