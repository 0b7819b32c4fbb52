namespace Research.Numerics;

/// <summary>Refuses what cannot be computed with.</summary>
public static class FiniteNumbers
{
    /// <summary>A model fitted to a NaN or an infinity would be NaN throughout, or silently wrong.</summary>
    /// <exception cref="ResearchException">A value is neither; the message names its row and column, from 0.</exception>
    public static void Check(Matrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (int row = 0; row < rows.Rows; row++)
        {
            ReadOnlySpan<double> values = rows.Row(row);
            for (int column = 0; column < values.Length; column++)
            {
                if (!double.IsFinite(values[column]))
                {
                    throw new ResearchException(
                        FormattableString.Invariant(
                            $"Row {row}, column {column} (from 0) is {values[column]}; a model learns from finite numbers only. Mend the feature that gave it, or leave the item out."
                        )
                    );
                }
            }
        }
    }
}
