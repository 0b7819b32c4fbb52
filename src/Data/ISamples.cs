namespace Research.Data;

/// <summary>A mono signal that need not lie in memory: any stretch of it can be read.</summary>
public interface ISamples
{
    /// <summary>Samples a second.</summary>
    int SampleRateHz { get; }

    /// <summary>How many samples there are.</summary>
    long Count { get; }

    /// <summary>Reads samples from a place on; full scale is ±1.</summary>
    /// <param name="start">From 0; with the length of <paramref name="into"/> at most <see cref="Count"/>.</param>
    /// <exception cref="Numerics.ResearchException">A sample is no finite number, or the file cannot be read any more.</exception>
    void Read(long start, Span<double> into);
}
