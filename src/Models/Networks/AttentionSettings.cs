namespace Research.Models.Networks;

/// <summary>A bidirectional LSTM whose outputs an attention weighs.</summary>
public sealed record AttentionSettings
{
    /// <summary>Units of the dense layers (ReLU, then dropout) through which each frame goes first; none for none.</summary>
    public required IReadOnlyList<int> Dense { get; init; }

    /// <summary>Probability of a zero behind each dense layer and before the output.</summary>
    public required double Dropout { get; init; }

    /// <summary>Units of the LSTM in each direction.</summary>
    public required int Hidden { get; init; }

    public required AttentionForm Attention { get; init; }

    /// <summary>Units of the scoring layer; used by <see cref="AttentionForm.Scored"/>.</summary>
    public required int ScoringUnits { get; init; }
}

/// <summary>How a frame's weight comes about.</summary>
public enum AttentionForm
{
    /// <summary>A learned vector, at first 1/units everywhere, times the frame's output (Mirsamadi, Barsoum and Zhang, 2017); the weighted sum alone goes on.</summary>
    Vector,

    /// <summary>Two layers without bias score the frame's output; the weighted sum goes on beside the last state of either direction.</summary>
    Scored,
}
