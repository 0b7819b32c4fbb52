namespace Research.Features.Spectral;

/// <summary>How a signal is cut into frames and transformed.</summary>
public sealed record StftSettings
{
    private const int LongestTransform = 1 << 22;

    /// <summary>Samples under the window; at most FftLength, and centred in it.</summary>
    public required int WindowSamples { get; init; }

    /// <summary>Samples from one frame to the next.</summary>
    public required int HopSamples { get; init; }

    /// <summary>Points of the transform.</summary>
    public required int FftLength { get; init; }

    /// <summary>Shape of the window.</summary>
    public required WindowShape Window { get; init; }

    /// <summary>What lies before the first and after the last sample.</summary>
    public required Padding Padding { get; init; }

    internal void Check()
    {
        if (WindowSamples < 1 || HopSamples < 1 || FftLength < WindowSamples || FftLength > LongestTransform)
        {
            throw new Numerics.SettingsException(
                $"Frames of {WindowSamples} samples, hop {HopSamples}, transform of {FftLength} points: "
                    + $"window and hop must be at least 1, and the transform at least as long as the window and at most {LongestTransform}."
            );
        }
    }
}

/// <summary>Window functions, in their periodic form (as scipy.signal.get_window gives them).</summary>
public enum WindowShape
{
    Rectangular,
    Hann,
    Hamming,
}

/// <summary>What lies before the first and after the last sample.</summary>
public enum Padding
{
    /// <summary>Nothing: the first frame starts at the first sample (librosa's center=False).</summary>
    None,

    /// <summary>Zeros; frame t is centred on sample t·hop.</summary>
    Zero,

    /// <summary>The signal mirrored about its end samples; frame t is centred on sample t·hop (librosa before 0.9).</summary>
    Reflection,
}
