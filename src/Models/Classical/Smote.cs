using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Synthetic rows for the smaller classes, until every class has as many as the largest.</summary>
/// <remarks>
/// Each new row lies between a row and one of its nearest neighbours of the same class, at a uniform place. A class of one row repeats it.
/// Source: Chawla, Bowyer, Hall and Kegelmeyer (2002), JAIR 16. Rows made before a split into training and test carry the test into the training: make them after it.
/// </remarks>
public static class Smote
{
    /// <summary>The synthetic rows and their classes, class after class.</summary>
    /// <param name="rows">Shape [rows, features].</param>
    /// <param name="neighbours">Nearest rows of the class among which one is drawn.</param>
    public static (Matrix Rows, int[] Classes) Of(Matrix rows, IReadOnlyList<int> classes, int neighbours, Rng rng)
    {
        FiniteNumbers.Check(rows);
        int most = classes.GroupBy(c => c).Max(group => group.Count());
        (var made, var labels) = (new List<double[]>(), new List<int>());
        foreach (int c in classes.Distinct().Order())
        {
            int[] own = [.. Enumerable.Range(0, classes.Count).Where(i => classes[i] == c)];
            for (int k = own.Length; k < most; k++)
            {
                made.Add(Between(rows, own, neighbours, rng));
                labels.Add(c);
            }
        }

        return (made.Count == 0 ? new Matrix(0, rows.Columns) : Matrix.OfRows(made), [.. labels]);
    }

    private static double[] Between(Matrix rows, int[] own, int neighbours, Rng rng)
    {
        int from = own[rng.NextInt(own.Length)];
        int[] near =
        [
            .. own.Where(i => i != from).OrderBy(i => Distance(rows.Row(i), rows.Row(from))).ThenBy(i => i).Take(neighbours),
        ];
        int to = near.Length == 0 ? from : near[rng.NextInt(near.Length)];
        double share = rng.NextDouble();
        var row = rows.Row(from).ToArray();
        for (int k = 0; k < row.Length; k++)
        {
            row[k] += share * (rows[to, k] - row[k]);
        }

        return row;
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var squares = new double[a.Length];
        for (int k = 0; k < squares.Length; k++)
        {
            squares[k] = (a[k] - b[k]) * (a[k] - b[k]);
        }

        return OrderedSum.Of(squares);
    }
}
