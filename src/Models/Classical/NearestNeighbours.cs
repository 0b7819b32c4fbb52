using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>The most frequent class among the k nearest training rows (Euclidean).</summary>
/// <remarks>Equal distances: the earlier row is nearer. Equal votes: the lowest class, as scikit-learn. Source: Cover and Hart (1967).</remarks>
public sealed class NearestNeighbours : IClassifier
{
    private readonly Matrix _rows;
    private readonly int[] _classes;
    private readonly int _classCount;
    private readonly int _k;

    private NearestNeighbours(Matrix rows, int[] classes, int classCount, int k) =>
        (_rows, _classes, _classCount, _k) = (rows, classes, classCount, k);

    /// <param name="rows">Shape [rows, features].</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1 or above the count of rows.</exception>
    public static NearestNeighbours Fit(Matrix rows, IReadOnlyList<int> classes, int classCount, int k)
    {
        FiniteNumbers.Check(rows);
        if (k < 1 || k > rows.Rows)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"{rows.Rows} training rows have 1 to {rows.Rows} neighbours.");
        }

        return new NearestNeighbours(rows, [.. classes], classCount, k);
    }

    public int[] Predict(Matrix rows) => ParallelLoop.Select(rows.Rows, i => Vote(rows.Row(i).ToArray()));

    private int Vote(double[] row)
    {
        var distances = new double[_rows.Rows];
        var order = new int[_rows.Rows];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            ReadOnlySpan<double> other = _rows.Row(i);
            double sum = 0;
            for (int d = 0; d < row.Length; d++)
            {
                double difference = row[d] - other[d];
                sum += difference * difference;
            }

            distances[i] = sum;
        }

        Array.Sort(order, (a, b) => distances[a] != distances[b] ? distances[a].CompareTo(distances[b]) : a.CompareTo(b));
        var votes = new double[_classCount];
        foreach (int i in order.AsSpan(0, _k))
        {
            votes[_classes[i]]++;
        }

        return Argmax.Of(votes);
    }
}
