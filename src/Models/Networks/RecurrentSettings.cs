namespace Research.Models.Networks;

/// <summary>Kinds of recurrent layer.</summary>
public enum RecurrentKind
{
    Rnn,
    Lstm,
    Gru,
}

/// <summary>The recurrent part of a network.</summary>
public sealed record RecurrentSettings
{
    public required RecurrentKind Kind { get; init; }

    public required int Hidden { get; init; }

    public required int Layers { get; init; }

    public required bool Bidirectional { get; init; }

    /// <summary>Probability of a zero between the layers and before the output.</summary>
    public required double Dropout { get; init; }

    /// <summary>Width of what comes out at a step.</summary>
    public int Width => Hidden * (Bidirectional ? 2 : 1);
}
