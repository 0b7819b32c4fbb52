using Research.Data;
using Research.Features.Sampling;

namespace Research.Evaluation.FrontEnds;

/// <summary>Which part of a recording features see, and at which rate.</summary>
public sealed record Excerpt
{
    public required RateSettings Rate { get; init; }

    /// <summary>From the beginning; a shorter recording stays as it is.</summary>
    public required double LongestSeconds { get; init; }

    /// <summary>Such as "8000-10", for names of feature sets.</summary>
    public string Name => FormattableString.Invariant($"{Rate.SampleRateHz}-{LongestSeconds:0.###}");

    /// <summary>The part, brought to the rate. It is cut first, so that no more is resampled than is seen.</summary>
    public Waveform Of(Waveform waveform) => RateChange.Of(FixedLength.AtMost(waveform, LongestSeconds), Rate);
}
