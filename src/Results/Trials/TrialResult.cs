using Research.Results.Tables;

namespace Research.Results.Trials;

/// <summary>What one trial gave: predictions, the training's course, single numbers, and where it was asked for the trained model.</summary>
public sealed record TrialResult
{
    /// <summary>One entry a part of the data; all of one kind.</summary>
    public IReadOnlyList<Predictions> Predictions { get; init; } = [];

    /// <summary>Null where nothing was trained in epochs.</summary>
    public TrainingCurve? Curve { get; init; }

    /// <summary>Further numbers by name, such as an error or the weights of some frames.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Numbers { get; init; } =
        new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>Wall times, which nothing compares; null for none.</summary>
    public ResultTable? Timings { get; init; }

    /// <summary>The trained model in its own format; null where nobody asks for it.</summary>
    public byte[]? Model { get; init; }

    /// <summary>The classes that were predicted for a part.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public ClassPredictions Classes(string part) => Of<ClassPredictions>(part, "classes");

    /// <summary>The real values that were predicted for a part.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public ValuePredictions Values(string part) => Of<ValuePredictions>(part, "values");

    /// <summary>A single number.</summary>
    public double Number(string name) =>
        Numbers.TryGetValue(name, out IReadOnlyList<double>? values) && values is [var only]
            ? only
            : throw new ArgumentException(
                $"The trial has no single number '{name}'; it has {string.Join(", ", Numbers.Keys)}.",
                nameof(name)
            );

    private T Of<T>(string part, string kind)
        where T : Predictions =>
        Predictions.OfType<T>().FirstOrDefault(predictions => predictions.Subset == part)
        ?? throw new ArgumentException(
            $"The trial predicted no {kind} of '{part}'; it has {string.Join(", ", Predictions.Select(own => own.Subset))}.",
            nameof(part)
        );
}
