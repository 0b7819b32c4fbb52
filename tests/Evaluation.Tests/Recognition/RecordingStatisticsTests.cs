using Research.Data;
using Research.Evaluation.Recognition;
using Research.Features.Cepstral;
using Research.Numerics;

namespace Research.Evaluation.Tests.Recognition;

public class RecordingStatisticsTests
{
    private static readonly Waveform Digit = Backgrounds.Digits(1)[0];

    [Fact]
    public void They_are_deviation_change_and_mean_of_the_cepstrum_and_the_length()
    {
        Matrix cepstrum = Mfcc.Of(Digit, MfccSettings.Librosa(8000, 200, 80, 13));
        double[] third = [.. Enumerable.Range(0, cepstrum.Rows).Select(t => cepstrum[t, 2])];
        double mean = third.Average();
        double deviation = Math.Sqrt(third.Average(value => (value - mean) * (value - mean)));
        double change = Math.Sqrt(Enumerable.Range(1, third.Length - 1).Average(t => Math.Pow(third[t] - third[t - 1], 2)));
        double[] values = RecordingStatistics.Of(Digit)!;
        Assert.Equal((39, 39), (values.Length, RecordingStatistics.Count));
        double[] expected = [mean, Math.Log(deviation + 0.1), Math.Log(change + 0.1)];
        Assert.All(expected.Zip(values[5..8]), pair => Assert.Equal(pair.First, pair.Second, 1e-9)); // two of the zeroth, three of the first
        Assert.Equal(Math.Log(Digit.Samples.Length / 8000.0), values[^1], 1e-12);
    }

    [Fact]
    public void The_level_does_not_matter()
    {
        double[] loud = RecordingStatistics.Of(Digit)!;
        double[] quiet = RecordingStatistics.Of(new([.. Digit.Samples.Select(sample => sample / 8)], Digit.SampleRateHz))!;
        Assert.All(loud.Zip(quiet), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Silence_has_numbers_too() =>
        Assert.All(RecordingStatistics.Of(new(new double[4000], 8000))!, value => Assert.True(double.IsFinite(value)));

    [Theory]
    [InlineData(200, 8000, false)]
    [InlineData(201, 8000, true)]
    [InlineData(400, 16000, false)]
    [InlineData(1, 44100, false)]
    public void What_is_no_longer_than_a_frame_has_none(int samples, int rateHz, bool any)
    {
        double[] wave = [.. Enumerable.Range(0, samples).Select(n => Math.Sin(n))];
        Assert.Equal(any, RecordingStatistics.Of(new(wave, rateHz)) is not null);
    }
}
