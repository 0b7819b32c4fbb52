using Research.Numerics;

namespace Research.Models.Networks;

/// <summary>Sequences as the floats that a network reads, converted once.</summary>
public sealed class SequenceData
{
    private readonly float[][] _values;

    /// <param name="sequences">[steps, features] each; one count of features.</param>
    /// <exception cref="ResearchException">A value is no finite number.</exception>
    public SequenceData(IReadOnlyList<Matrix> sequences)
    {
        foreach (Matrix sequence in sequences)
        {
            FiniteNumbers.Check(sequence);
        }

        Columns = sequences[0].Columns;
        _values = [.. sequences.Select(sequence => Array.ConvertAll(sequence.Values.ToArray(), value => (float)value))];
    }

    public int Count => _values.Length;

    /// <summary>Features a step.</summary>
    public int Columns { get; }

    public int Steps(int item) => _values[item].Length / Columns;

    /// <summary>The values of an item, step after step.</summary>
    public float[] this[int item] => _values[item];
}
