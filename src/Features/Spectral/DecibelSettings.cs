namespace Research.Features.Spectral;

/// <summary>From power to decibels.</summary>
public sealed record DecibelSettings
{
    /// <summary>What counts as 0 dB.</summary>
    public required DecibelReference Reference { get; init; }

    /// <summary>Power below this counts as this.</summary>
    public required double SmallestPower { get; init; }

    /// <summary>Values are raised to this far below the recording's maximum, decibels; null for no limit.</summary>
    public required double? RangeDecibels { get; init; }

    internal void Check()
    {
        if (!(SmallestPower > 0) || RangeDecibels < 0)
        {
            throw new Numerics.SettingsException(
                FormattableString.Invariant(
                    $"Decibels with smallest power {SmallestPower} and range {RangeDecibels}: a power above 0 and a range of at least 0 are needed."
                )
            );
        }
    }

    /// <summary>librosa's values: 0 dB is power 1, smallest power 1e-10, range 80 dB.</summary>
    public static DecibelSettings Librosa { get; } =
        new()
        {
            Reference = DecibelReference.One,
            SmallestPower = 1e-10,
            RangeDecibels = 80,
        };
}

/// <summary>The power that counts as 0 dB.</summary>
public enum DecibelReference
{
    One,

    /// <summary>The utterance's largest value.</summary>
    Maximum,
}
