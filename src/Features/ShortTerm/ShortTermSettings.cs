using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>Frames of the short-term features, and whose definitions hold.</summary>
public sealed record ShortTermSettings
{
    /// <summary>Length of a frame, seconds.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>Seconds from one frame to the next.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Whose definitions hold: the published program's, or its text's.</summary>
    public required ShortTermForm Form { get; init; }

    internal (int Window, int Step) Samples(int sampleRateHz)
    {
        (int window, int step) = ((int)(WindowSeconds * sampleRateHz + 1e-6), (int)(StepSeconds * sampleRateHz + 1e-6));
        return window >= ShortestWindow && step >= 1
            ? (window, step)
            : throw new ResearchException(
                FormattableString.Invariant(
                    $"Short-term frames of {WindowSeconds} s every {StepSeconds} s at {sampleRateHz} Hz: a window of at least {ShortestWindow} samples and a step of at least one are needed."
                )
            );
    }

    // Ten blocks of the half spectrum, which has half as many bins as the window has samples.
    private const int ShortestWindow = 2 * ShortTermFeatures.Blocks;
}

/// <summary>Whose definitions the features follow where the published program and its text differ.</summary>
public enum ShortTermForm
{
    /// <summary>The program as it is: filters and centroid off their frequencies, chroma bins overwritten, filters at twice the true frequency.</summary>
    AsPublished,

    /// <summary>The text: filters at their frequencies, every bin counted in its own pitch class.</summary>
    Corrected,
}
