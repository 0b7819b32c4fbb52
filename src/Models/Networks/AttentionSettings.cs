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

    /// <summary>Numbers that a network of these settings has at least: its matrices, without biases.</summary>
    /// <param name="inputs">Features a frame.</param>
    /// <exception cref="InvalidDataException">A count is not above 0.</exception>
    public Int128 LeastWeights(int inputs, int classes)
    {
        if (Hidden < 1 || Dense.Any(units => units < 1) || (Attention == AttentionForm.Scored && ScoringUnits < 1))
        {
            throw new InvalidDataException(
                $"Layers of {string.Join(", ", Dense.Append(Hidden).Append(ScoringUnits))} units: at least 1 of each is needed."
            );
        }

        (Int128 count, Int128 width, Int128 both) = (0, inputs, 2 * (Int128)Hidden);
        foreach (int units in Dense)
        {
            (count, width) = (count + (width * units), units);
        }

        Int128 attention = Attention == AttentionForm.Scored ? both * ScoringUnits : both;
        return count + (4 * both * (Hidden + width)) + attention + (both * classes);
    }
}

/// <summary>How a frame's weight comes about.</summary>
public enum AttentionForm
{
    /// <summary>A learned vector, at first 1/units everywhere, times the frame's output (Mirsamadi, Barsoum and Zhang, 2017); the weighted sum alone goes on.</summary>
    Vector,

    /// <summary>Two layers without bias score the frame's output; the weighted sum goes on beside the last state of either direction.</summary>
    Scored,
}
