namespace Research.Models.Networks.Convolutional;

/// <summary>Blocks of convolution, batch normalization, rectifier and max pooling; then dropout and one linear layer.</summary>
public sealed record ConvolutionSettings
{
    /// <summary>Filters of each block.</summary>
    public required IReadOnlyList<int> Channels { get; init; }

    /// <summary>Side of every filter, odd; the picture keeps its size.</summary>
    public required int Kernel { get; init; }

    /// <summary>What each block pools, frames by bands.</summary>
    public required IReadOnlyList<PoolSize> Pools { get; init; }

    /// <summary>What the linear layer sees of the last block.</summary>
    public required MapSummary Summary { get; init; }

    /// <summary>Probability of a zero before the linear layer.</summary>
    public required double Dropout { get; init; }

    /// <exception cref="Numerics.SettingsException">Blocks and pools differ in number, or a size cannot be.</exception>
    internal void Check()
    {
        if (
            Channels.Count == 0
            || Channels.Count != Pools.Count
            || Kernel < 1
            || Kernel % 2 == 0
            || Channels.Any(count => count < 1)
        )
        {
            throw new Numerics.SettingsException(
                $"{Channels.Count} blocks with {Pools.Count} poolings and filters of {Kernel}: at least one block, a pooling each, and an odd side are needed."
            );
        }
    }
}

/// <summary>How many values a maximum is taken over.</summary>
/// <param name="Frames">Along time.</param>
/// <param name="Bands">Along frequency.</param>
public sealed record PoolSize(int Frames, int Bands);

/// <summary>What is kept of the last block's maps.</summary>
public enum MapSummary
{
    /// <summary>Every value.</summary>
    All,

    /// <summary>The mean of each map.</summary>
    Mean,

    /// <summary>The mean and the maximum of each map.</summary>
    MeanAndMaximum,
}
