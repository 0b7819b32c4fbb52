namespace Research.Evaluation.Recognition;

/// <summary>What a trained model says of itself.</summary>
public sealed record ModelCard
{
    /// <summary>What it recognises and how, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Names of its classes, in the order of its probabilities.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Dataset that it learned from, as datasets.lock names it.</summary>
    public required string Dataset { get; init; }

    public required string DatasetVersion { get; init; }

    public required string DatasetDigest { get; init; }

    /// <summary>Whether code made the recordings, so that it has heard no person.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Recordings that it learned from.</summary>
    public required int LearnedFrom { get; init; }

    public required ModelScore Score { get; init; }

    public required InputRange Seen { get; init; }

    public required Calibration Calibration { get; init; }

    /// <summary>By the model's own measure.</summary>
    public required FamiliarRange Familiar { get; init; }

    /// <summary>By its background; null where it has none.</summary>
    public FamiliarRange? Background { get; init; }

    /// <summary>What a reader of its probabilities should know.</summary>
    public required string Note { get; init; }

    /// <summary>What to say of a recording that is unlike those of the training, by one of the two measures or both; null of one that is not.</summary>
    public string? StrangerWarning(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Familiar.IsStranger(answer.Familiarity) ? Familiar.Warning(answer.Familiarity)
            : answer.Background is { } other && Background is { } range && range.IsStranger(other) ? range.Warning(other)
            : null;
    }
}

/// <summary>How a model did on recordings that it did not learn from.</summary>
/// <param name="Split">How those were chosen.</param>
/// <param name="Items">How many they were.</param>
/// <param name="Accuracy">Share recognised.</param>
/// <param name="UnweightedAverageRecall">Mean over the classes of the share recognised.</param>
public sealed record ModelScore(string Split, int Items, double Accuracy, double UnweightedAverageRecall);
