namespace Research.Features.Descriptors;

/// <summary>Bands of the spectral contrast.</summary>
public sealed record ContrastSettings
{
    /// <summary>Bands of an octave each, above the lowest one; the topmost reaches to half the sample rate.</summary>
    public required int Octaves { get; init; }

    /// <summary>Upper edge of the lowest band, hertz.</summary>
    public required double LowestHz { get; init; }

    /// <summary>Share of a band's bins that make its peak, and its valley.</summary>
    public required double Quantile { get; init; }

    /// <summary>librosa's edges and quantile.</summary>
    public static ContrastSettings Librosa(int octaves) =>
        new()
        {
            Octaves = octaves,
            LowestHz = 200,
            Quantile = 0.02,
        };
}
