namespace Research.Results.Claims;

/// <summary>What a published figure is about: the columns of claims.csv on which ours is joined to it.</summary>
/// <remarks>A figure of ours names these values by its own settings, so that a claim follows a setting and no word has to be kept the same by hand.</remarks>
public sealed record ClaimKey
{
    /// <summary>Which of a study's documents printed it.</summary>
    public required string Document { get; init; }

    public required string Experiment { get; init; }

    public required string Dataset { get; init; }

    public string Model { get; init; } = "";

    public string Variant { get; init; } = "";

    public string Split { get; init; } = "";

    public required string Quantity { get; init; }

    public string Class { get; init; } = "";

    /// <summary>For people. No override of ToString: where records may be printed, the order of their members would count in every fingerprint.</summary>
    public string Text =>
        string.Join(
            " / ",
            new[] { Document, Experiment, Dataset, Model, Variant, Split, Quantity, Class }.Where(text => text.Length > 0)
        );
}
