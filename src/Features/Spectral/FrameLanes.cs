using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>Numbers a frame, four frames side by side: the group's value of a column is one vector, one frame a lane.</summary>
/// <remarks>Every later step (mel bands, decibels, cosine transform) then works on four frames at once, with the bits of one at a time.</remarks>
internal sealed class FrameLanes
{
    private const long MostValues = 1L << 27; // one gigabyte of doubles

    public FrameLanes(int frames, int columns)
    {
        Check(frames, columns);
        (Frames, Columns) = (frames, columns);
        Values = new Vector256<double>[Groups * columns];
    }

    /// <exception cref="ResearchException">So many values are more than memory should hold.</exception>
    public static void Check(long frames, int columns)
    {
        if (frames > MostValues / columns)
        {
            throw new ResearchException(
                $"{frames} frames of {columns} values are more than {MostValues} numbers; use a longer hop, a shorter transform, fewer bands or a shorter file."
            );
        }
    }

    public int Frames { get; }

    public int Columns { get; }

    public int Groups => (Frames + 3) / 4;

    public Vector256<double>[] Values { get; }

    public Span<Vector256<double>> Group(int group) => Values.AsSpan(group * Columns, Columns);

    /// <summary>Frames of a group that exist; the others' lanes are of no frame.</summary>
    public int Live(int group) => Math.Min(4, Frames - (4 * group));

    /// <summary>Shape [frames, columns].</summary>
    public Matrix ToMatrix()
    {
        var matrix = new Matrix(Frames, Columns);
        for (int frame = 0; frame < Frames; frame++)
        {
            ReadOnlySpan<Vector256<double>> group = Group(frame / 4);
            Span<double> row = matrix.Row(frame);
            for (int column = 0; column < Columns; column++)
            {
                row[column] = group[column][frame % 4];
            }
        }

        return matrix;
    }
}
