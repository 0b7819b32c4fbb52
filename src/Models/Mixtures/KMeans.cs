using Research.Numerics;

namespace Research.Models.Mixtures;

/// <summary>Clusters with the nearest centre for each row (Lloyd, 1982), started by k-means++ (Arthur and Vassilvitskii, 2007).</summary>
/// <param name="Centres">Shape [clusters, dimensions].</param>
/// <param name="Assignment">Cluster of every row.</param>
public sealed record KMeans(Matrix Centres, int[] Assignment)
{
    /// <summary>Fits; the lowest cluster wins ties, and a cluster that lost its rows keeps its centre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more clusters than rows, or none.</exception>
    public static KMeans Fit(Matrix rows, int clusters, int iterations, Rng rng)
    {
        FiniteNumbers.Check(rows);
        if (clusters < 1 || clusters > rows.Rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(clusters),
                clusters,
                $"{rows.Rows} rows make 1 to {rows.Rows} clusters."
            );
        }

        Matrix centres = Start(rows, clusters, rng);
        var assignment = new int[rows.Rows];
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            bool changed = Assign(rows, centres, assignment) || iteration == 0;
            if (!changed)
            {
                break;
            }

            Update(rows, centres, assignment);
        }

        return new KMeans(centres, assignment);
    }

    // Each next centre is a row drawn with probability proportional to its squared distance from the centres so far.
    private static Matrix Start(Matrix rows, int clusters, Rng rng)
    {
        var centres = new Matrix(clusters, rows.Columns);
        rows.Row(rng.NextInt(rows.Rows)).CopyTo(centres.Row(0));
        var nearest = new double[rows.Rows];
        Array.Fill(nearest, double.PositiveInfinity);
        for (int c = 1; c < clusters; c++)
        {
            double total = 0;
            for (int i = 0; i < rows.Rows; i++)
            {
                nearest[i] = Math.Min(nearest[i], SquaredDistance(rows.Row(i), centres.Row(c - 1)));
                total += nearest[i];
            }

            rows.Row(Draw(nearest, rng.NextDouble() * total)).CopyTo(centres.Row(c));
        }

        return centres;
    }

    private static int Draw(double[] shares, double target)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += shares[i];
            if (sum > target)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }

    private static bool Assign(Matrix rows, Matrix centres, int[] assignment)
    {
        bool changed = false;
        for (int i = 0; i < rows.Rows; i++)
        {
            int best = 0;
            double least = double.PositiveInfinity;
            for (int c = 0; c < centres.Rows; c++)
            {
                double distance = SquaredDistance(rows.Row(i), centres.Row(c));
                (best, least) = distance < least ? (c, distance) : (best, least);
            }

            changed |= assignment[i] != best;
            assignment[i] = best;
        }

        return changed;
    }

    private static void Update(Matrix rows, Matrix centres, int[] assignment)
    {
        var counts = new int[centres.Rows];
        var sums = new Matrix(centres.Rows, centres.Columns);
        for (int i = 0; i < rows.Rows; i++)
        {
            counts[assignment[i]]++;
            Span<double> sum = sums.Row(assignment[i]);
            ReadOnlySpan<double> row = rows.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                sum[d] += row[d];
            }
        }

        for (int c = 0; c < centres.Rows; c++)
        {
            for (int d = 0; d < centres.Columns && counts[c] > 0; d++)
            {
                centres[c, d] = sums[c, d] / counts[c];
            }
        }
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int d = 0; d < a.Length; d++)
        {
            double difference = a[d] - b[d];
            sum += difference * difference;
        }

        return sum;
    }
}
