using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Refuses rows and targets from which no regression can be learned.</summary>
internal static class RegressionRows
{
    private const int Fewest = 2;

    /// <exception cref="ResearchException">A value is not finite (its row and column are named), the lengths differ, or there are fewer than two rows.</exception>
    public static void Check(Matrix rows, ReadOnlySpan<double> targets)
    {
        FiniteNumbers.Check(rows);
        if (rows.Rows != targets.Length)
        {
            throw new ResearchException($"{rows.Rows} rows and {targets.Length} targets: each row needs one target.");
        }

        if (rows.Rows < Fewest || rows.Columns == 0)
        {
            throw new ResearchException(
                $"A regression needs {Fewest} rows and a feature or more; there are {rows.Rows} rows of {rows.Columns} features."
            );
        }

        CheckFinite(targets);
    }

    private static void CheckFinite(ReadOnlySpan<double> targets)
    {
        for (int row = 0; row < targets.Length; row++)
        {
            if (!double.IsFinite(targets[row]))
            {
                throw new ResearchException(
                    FormattableString.Invariant(
                        $"Row {row} (from 0) has the target {targets[row]}; a model learns from finite numbers only. Correct it, or leave the item out."
                    )
                );
            }
        }
    }
}
