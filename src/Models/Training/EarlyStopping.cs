namespace Research.Models.Training;

/// <summary>Stops when the monitored metric has not improved for so many epochs, and takes back the best weights.</summary>
public sealed record EarlyStopping
{
    public required int Patience { get; init; }

    /// <summary>Epochs (from 1) before this one stop nothing and count no failure.</summary>
    public required int FirstEpoch { get; init; }

    /// <summary>Decimals to which the metric is rounded before it is compared; null for all.</summary>
    public required int? Decimals { get; init; }

    /// <summary>From the first epoch on, with all decimals; as many epochs as the training has stop nothing and take back the best.</summary>
    public static EarlyStopping After(int epochs) =>
        new()
        {
            Patience = epochs,
            FirstEpoch = 1,
            Decimals = null,
        };
}
