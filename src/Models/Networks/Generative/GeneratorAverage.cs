using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>A generator whose weights are a moving average of another's; buffers are the other's latest.</summary>
/// <remarks>average ← w + (average − w)·½^(batch/half-life). Source: Karras et al. (2018), Progressive GAN, section 4.2; the half-life's ramp-up by NVIDIA's public code.</remarks>
internal static class GeneratorAverage
{
    /// <summary>The share of the old average that a batch leaves.</summary>
    /// <param name="seen">Pictures before this batch.</param>
    public static double Decay(GanSettings settings, long seen)
    {
        double halfLife = settings.AverageRampUp is { } share
            ? Math.Min(settings.AverageHalfLife, seen * share)
            : settings.AverageHalfLife;
        return halfLife <= 0 ? 0 : PortableMath.Pow(0.5, settings.BatchSize / halfLife);
    }

    public static void Update(StyleGanGenerator average, StyleGanGenerator own, double decay)
    {
        using IDisposable quiet = no_grad();
        using var scope = NewDisposeScope();
        foreach ((Tensor old, Tensor latest) in average.parameters().Zip(own.parameters()))
        {
            old.copy_(latest + ((old - latest) * decay));
        }

        foreach ((Tensor old, Tensor latest) in average.buffers().Zip(own.buffers()))
        {
            old.copy_(latest);
        }
    }
}
