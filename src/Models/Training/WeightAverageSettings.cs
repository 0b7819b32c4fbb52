namespace Research.Models.Training;

/// <summary>An exponential moving average of the weights, with which networks are validated and with which training ends.</summary>
/// <remarks>
/// After the first update the average is the weights w; after each later one it becomes Decay·average + (1 − Decay)·w. Buffers, such as the statistics of a batch
/// normalization, are the network's latest, not averaged. Source: Polyak and Juditsky (1992); conventions of PyTorch's AveragedModel with
/// the average of get_ema_avg_fn and without use_buffers.
/// </remarks>
public sealed record WeightAverageSettings
{
    /// <summary>From 0 (the weights themselves) to below 1.</summary>
    public required double Decay { get; init; }

    /// <summary>Names of the step's networks that are averaged; null for all.</summary>
    public required IReadOnlyList<string>? Networks { get; init; }
}
