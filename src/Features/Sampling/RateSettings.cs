namespace Research.Features.Sampling;

/// <summary>The low-pass filter of a change of sample rate: a sinc under a Kaiser window.</summary>
public sealed record RateSettings
{
    /// <summary>Samples a second that come out.</summary>
    public required int SampleRateHz { get; init; }

    /// <summary>Zero crossings of the sinc on either side, counted at the lower rate.</summary>
    public required int Crossings { get; init; }

    /// <summary>Kaiser's β.</summary>
    public required double Beta { get; init; }

    /// <summary>Where the filter is half open, as a share of half the lower rate.</summary>
    public required double Passband { get; init; }

    /// <summary>64 crossings, β = 14.77, half open at 0.9476 of half the lower rate: flat to 0.92, below −120 dB from 1.0 on.</summary>
    public static RateSettings To(int sampleRateHz) =>
        new()
        {
            SampleRateHz = sampleRateHz,
            Crossings = 64,
            Beta = 14.769656459379492,
            Passband = 0.9475937167399596,
        };
}
