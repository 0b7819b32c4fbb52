using Research.Data;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Samples that are refused where one is no finite number: it would vanish below the smallest power instead of being noticed.</summary>
internal sealed class FiniteSamples(ISamples samples) : ISamples
{
    public int SampleRateHz => samples.SampleRateHz;

    public long Count => samples.Count;

    public void Read(long start, Span<double> into)
    {
        samples.Read(start, into);
        for (int i = 0; i < into.Length; i++)
        {
            if (!double.IsFinite(into[i]))
            {
                throw new ResearchException(
                    FormattableString.Invariant(
                        $"Sample {start + i} (from 0) is {into[i]}; finite samples are needed. Cut the recording before it, or mend what wrote it."
                    )
                );
            }
        }
    }
}
