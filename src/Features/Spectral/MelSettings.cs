namespace Research.Features.Spectral;

/// <summary>A bank of triangular filters on a mel scale over a power spectrogram.</summary>
public sealed record MelSettings
{
    /// <summary>How frames are cut and transformed.</summary>
    public required StftSettings Stft { get; init; }

    /// <summary>Number of bands.</summary>
    public required int Bands { get; init; }

    /// <summary>Lower edge of the lowest filter, hertz.</summary>
    public required double LowestHz { get; init; }

    /// <summary>Upper edge of the highest filter, hertz; filters above half the sample rate are empty.</summary>
    public required double HighestHz { get; init; }

    /// <summary>How the bands grow with frequency.</summary>
    public required MelScale Scale { get; init; }

    /// <summary>Height of the triangles.</summary>
    public required MelArea Area { get; init; }

    /// <summary>librosa's values: 128 Slaney bands of unit area from 0 to half the sample rate, periodic Hann, zero padding.</summary>
    public static MelSettings Librosa(int sampleRateHz, int windowSamples, int hopSamples) =>
        new()
        {
            Stft = new()
            {
                WindowSamples = windowSamples,
                HopSamples = hopSamples,
                FftLength = windowSamples,
                Window = WindowShape.Hann,
                Padding = Padding.Zero,
            },
            Bands = 128,
            LowestHz = 0,
            HighestHz = sampleRateHz / 2.0,
            Scale = MelScale.Slaney,
            Area = MelArea.Unit,
        };
}

/// <summary>How pitch grows with frequency.</summary>
public enum MelScale
{
    /// <summary>Linear below 1 kHz, logarithmic above (Slaney, 1998, Auditory Toolbox).</summary>
    Slaney,

    /// <summary>2595·log₁₀(1 + f/700) (O'Shaughnessy, 1987; the HTK book).</summary>
    Htk,
}

/// <summary>Height of the triangles.</summary>
public enum MelArea
{
    /// <summary>Peak 1.</summary>
    Peak,

    /// <summary>2/(upper − lower edge in hertz): equal areas (Slaney).</summary>
    Unit,
}
