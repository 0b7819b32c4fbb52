using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Models.Mixtures;

/// <summary>Frames of one or more sequences, four side by side: value d of four frames is one vector.</summary>
internal sealed class FrameBlock
{
    private readonly Vector256<double>[] _values;

    /// <summary>Joins the sequences, each of shape [frames, dimensions].</summary>
    public FrameBlock(IReadOnlyList<Matrix> sequences)
    {
        Dimensions = sequences[0].Columns;
        Starts = new int[sequences.Count + 1];
        for (int i = 0; i < sequences.Count; i++)
        {
            Starts[i + 1] = Starts[i] + sequences[i].Rows;
        }

        _values = new Vector256<double>[Groups * Dimensions];
        for (int i = 0; i < sequences.Count; i++)
        {
            for (int t = 0; t < sequences[i].Rows; t++)
            {
                Put(Starts[i] + t, sequences[i].Row(t));
            }
        }
    }

    public int Dimensions { get; }

    /// <summary>First frame of each sequence, and the count of all frames.</summary>
    public int[] Starts { get; }

    public int Sequences => Starts.Length - 1;

    public int Frames => Starts[^1];

    public int Groups => (Frames + 3) / 4;

    public ReadOnlySpan<Vector256<double>> Group(int group) => _values.AsSpan(group * Dimensions, Dimensions);

    private void Put(int frame, ReadOnlySpan<double> values)
    {
        Span<Vector256<double>> group = _values.AsSpan(frame / 4 * Dimensions, Dimensions);
        for (int d = 0; d < values.Length; d++)
        {
            group[d] = group[d].WithElement(frame % 4, values[d]);
        }
    }
}
