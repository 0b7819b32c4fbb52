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

    /// <summary>Numbers that a network of these settings has at least: its matrices, without biases.</summary>
    /// <param name="inputs">Features a frame.</param>
    /// <exception cref="InvalidDataException">A count is not above 0.</exception>
    public Int128 LeastWeights(int inputs, int classes)
    {
        if (Hidden < 1 || Layers < 1)
        {
            throw new InvalidDataException($"{Layers} layers of {Hidden} units: at least 1 of each is needed.");
        }

        Int128 directions = Bidirectional ? 2 : 1;
        int gates =
            Kind == RecurrentKind.Lstm ? 4
            : Kind == RecurrentKind.Gru ? 3
            : 1;
        Int128 width = Hidden * directions;
        Int128 first = Hidden + (Int128)inputs;
        Int128 later = (Layers - 1) * (Hidden + width);
        return (directions * gates * Hidden * (first + later)) + (width * classes);
    }
}
