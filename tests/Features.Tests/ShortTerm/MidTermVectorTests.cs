using Research.Data;
using Research.Features.ShortTerm;
using Research.Numerics;

namespace Research.Features.Tests.ShortTerm;

public class MidTermVectorTests
{
    private const int Rate = 8000;

    private static readonly ShortTermSettings Frames = new()
    {
        WindowSeconds = 0.05,
        StepSeconds = 0.025,
        Form = ShortTermForm.AsPublished,
    };

    // The parts themselves are held against pyAudioAnalysis in ShortTermFeaturesTests.
    [Fact]
    public void It_is_the_average_over_stretches_of_a_second()
    {
        Waveform wave = Noise(2.3);
        Matrix stretches = MidTerm.Of(ShortTermFeatures.WithChanges(ShortTermFeatures.Of(wave, Frames)), Frames, 1);
        Assert.Equal(3, stretches.Rows);
        double[] vector = MidTermVector.Of(wave, Frames);
        Assert.Equal(MidTermVector.Length, vector.Length);
        Assert.Equal(OrderedSum.Mean(stretches.Column(0)), vector[0], 1e-12);
    }

    [Fact]
    public void A_recording_shorter_than_a_frame_is_filled_up_with_silence()
    {
        Waveform wave = Noise(0.04);
        Waveform filled = wave with { Samples = [.. wave.Samples, .. new double[80]] };
        Assert.Equal(MidTermVector.Of(filled, Frames), MidTermVector.Of(wave, Frames));
    }

    private static Waveform Noise(double seconds)
    {
        var rng = Rng.For(1, "tests/noise");
        return new([.. Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => 0.1 * rng.NextNormal())], Rate);
    }
}
