using Research.Data;
using Research.Features.Sampling;

namespace Research.Features.Tests.Sampling;

public class FixedLevelTests
{
    [Fact]
    public void The_root_mean_square_is_the_level_asked_for()
    {
        Waveform wave = FixedLevel.Of(new([0.3, -0.4, 0.3, -0.4], 8000), -20);
        Assert.Equal(0.1, Math.Sqrt(wave.Samples.Average(x => x * x)), 1e-15);
        Assert.Equal(-4.0 / 3, wave.Samples[1] / wave.Samples[0], 1e-15);
        Assert.Equal(8000, wave.SampleRateHz);
    }

    [Fact]
    public void Silence_and_nothing_stay_what_they_are()
    {
        Waveform silence = new([0, 0], 8000);
        Waveform nothing = new([], 8000);
        Assert.Same(silence, FixedLevel.Of(silence, -20));
        Assert.Same(nothing, FixedLevel.Of(nothing, -20));
    }
}
