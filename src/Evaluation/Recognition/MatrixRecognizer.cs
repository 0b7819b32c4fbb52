using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A trained model of a user's own features: it hears no recordings, and takes rows of a table or arrays like those that it learned from.</summary>
public abstract class MatrixRecognizer(ModelCard card, string kind, MatrixShape shape) : Recognizer(card, kind, shape)
{
    /// <summary>What it takes.</summary>
    public MatrixShape Shape => shape;

    /// <summary>Probability of each class, and how familiar the item is.</summary>
    /// <param name="values">Shape [1, columns] of a table, [any, columns] of an array.</param>
    public abstract Answer Answer(Matrix values);

    /// <exception cref="ResearchException">Always: it hears none.</exception>
    protected sealed override Answer AnswerAlone(Waveform waveform) =>
        throw new ResearchException($"the model learned from {shape.Words}, not from recordings; give it one like those.");
}

/// <summary>What a model of a user's own features takes.</summary>
/// <param name="Columns">Names of a table's features, in the order of their values; null for arrays.</param>
/// <param name="Width">Columns of each item.</param>
public sealed record MatrixShape(IReadOnlyList<string>? Columns, int Width)
{
    /// <summary>In words.</summary>
    public string Words =>
        Columns is null ? FormattableString.Invariant($"arrays of {Width} columns") : $"a table of {string.Join(", ", Columns)}";
}
