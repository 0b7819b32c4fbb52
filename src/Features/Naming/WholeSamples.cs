using Research.Data;
using Research.Numerics;

namespace Research.Features.Naming;

/// <summary>A signal as a whole in memory, for features that a part of it does not determine.</summary>
internal static class WholeSamples
{
    /// <exception cref="ResearchException">There are more samples than fit.</exception>
    public static Waveform Of(ISamples samples)
    {
        if (samples is Waveform waveform)
        {
            return waveform;
        }

        if (samples.Count > Waveform.MostSamples)
        {
            throw new ResearchException(
                $"{samples.Count} samples are more than the {Waveform.MostSamples} that fit into memory at once; cut the recording."
            );
        }

        var all = new double[samples.Count];
        samples.Read(0, all);
        return new(all, samples.SampleRateHz);
    }
}
