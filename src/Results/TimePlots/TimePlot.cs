using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.TimePlots;

/// <summary>Draws numbers over time: a curve each, one below the other, or a map where there are many.</summary>
public static class TimePlot
{
    private const int MostCurves = 8;

    /// <param name="title">What is drawn.</param>
    /// <param name="headings">One a column; the first is that of the time.</param>
    /// <param name="rows">Shape [frames, columns]; the time in seconds first, ascending; what is not finite is a gap.</param>
    /// <exception cref="ResearchException">There is no row, no column beside the time, or not one finite number.</exception>
    public static Drawing Of(string title, IReadOnlyList<string> headings, Matrix rows)
    {
        if (rows.Rows == 0 || rows.Columns < 2 || headings.Count != rows.Columns)
        {
            throw new ResearchException(
                $"{title}: {rows.Rows} rows of {rows.Columns} columns with {headings.Count} headings cannot be drawn; at least one row, and a column beside the time, are needed."
            );
        }

        if (!Enumerable.Range(0, rows.Rows).Any(t => rows.Row(t)[1..].ContainsFinite()))
        {
            throw new ResearchException($"{title}: no value is a finite number, so there is nothing to draw.");
        }

        return rows.Columns - 1 <= MostCurves ? TimeCurves.Of(title, headings, rows) : TimeMap.Of(title, headings, rows);
    }

    private static bool ContainsFinite(this Span<double> values)
    {
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                return true;
            }
        }

        return false;
    }
}
