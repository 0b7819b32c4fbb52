using Research.Data.Audio;

namespace Research.Data.Tests.Audio;

public class SignalLevelTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.1, -20)]
    [InlineData(0, -120)]
    public void A_square_wave_has_the_level_of_its_amplitude(double amplitude, double decibels) =>
        Assert.Equal(decibels, SignalLevel.Decibels(new Waveform([amplitude, -amplitude], 8000)), 6);

    [Fact]
    public void No_samples_are_silence() => Assert.Equal(-120, SignalLevel.Decibels(new Waveform([], 8000)), 6);
}
