using Research.Data;
using Research.Evaluation.Recognition;

namespace Research.Evaluation.Tests.Recognition;

public class InputRangeTests
{
    private static readonly InputRange Seen = new([8000, 16_000], 0.5, 2, -30, -10);

    [Fact]
    public void What_is_within_is_not_warned_of() => Assert.Empty(Seen.Warnings(Square(0.1, 1, 8000), 0));

    [Theory]
    [InlineData(0.1, 1, 4000, 0, "it has 4000 Hz, so nothing above 2000 Hz")]
    [InlineData(0.1, 0.4, 8000, 0, "it lasts 0.40 s; the model heard 0.50 to 2.00 s")]
    [InlineData(0.1, 2.1, 8000, 0, "it lasts 2.10 s")]
    [InlineData(0.001, 1, 8000, 0, "its level is -60 dB; the model heard -30 to -10 dB")]
    [InlineData(1, 1, 8000, 0, "its level is 0 dB")]
    [InlineData(0.1, 1, 8000, 0.25, "25.0 % of its samples are clipped")]
    public void What_lies_outside_is_warned_of_once(double level, double seconds, int rate, double clipped, string words) =>
        Assert.StartsWith(words, Assert.Single(Seen.Warnings(Square(level, seconds, rate), clipped)), StringComparison.Ordinal);

    private static Waveform Square(double level, double seconds, int rate) =>
        new([.. Enumerable.Range(0, (int)(seconds * rate)).Select(n => n % 2 == 0 ? level : -level)], rate);
}
