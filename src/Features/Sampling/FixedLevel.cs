using Research.Data;
using Research.Numerics;

namespace Research.Features.Sampling;

/// <summary>A signal at a set level: what the microphone's distance did is undone.</summary>
public static class FixedLevel
{
    /// <param name="decibels">Root mean square of the whole, below full scale. Silence stays silence.</param>
    public static Waveform Of(Waveform waveform, double decibels)
    {
        double[] samples = waveform.Samples;
        double power = samples.Length == 0 ? 0 : OrderedSum.Dot(samples, samples) / samples.Length;
        if (power == 0)
        {
            return waveform;
        }

        double gain = PortableMath.Pow(10, decibels / 20) / Math.Sqrt(power);
        return waveform with { Samples = [.. samples.Select(x => x * gain)] };
    }
}
