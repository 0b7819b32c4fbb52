using Research.Numerics;

namespace Research.Features.Naming;

/// <summary>Rows of a feature as programs print them: the time of each frame's middle before its values.</summary>
internal static class TimedRows
{
    /// <param name="rows">Shape [frames, columns].</param>
    /// <param name="seconds">Of the middle of a frame.</param>
    /// <returns>Shape [frames, 1 + columns].</returns>
    public static Matrix Of(Matrix rows, Func<int, double> seconds)
    {
        var timed = new Matrix(rows.Rows, rows.Columns + 1);
        for (int t = 0; t < rows.Rows; t++)
        {
            timed[t, 0] = seconds(t);
            rows.Row(t).CopyTo(timed.Row(t)[1..]);
        }

        return timed;
    }
}
