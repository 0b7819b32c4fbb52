namespace Research.Numerics;

/// <summary>A dense matrix of doubles, rows one after another.</summary>
public sealed class Matrix
{
    private readonly double[] _values;

    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[checked(rows * columns)]) { }

    private Matrix(int rows, int columns, double[] values)
    {
        Rows = rows;
        Columns = columns;
        _values = values;
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>All values, row by row.</summary>
    public Span<double> Values => _values;

    public ref double this[int row, int column] => ref _values[(row * Columns) + column];

    /// <summary>A matrix of those rows, which must be of one length.</summary>
    /// <exception cref="ArgumentException">A row's length differs from the first's.</exception>
    public static Matrix OfRows(IReadOnlyList<double[]> rows)
    {
        int columns = rows.Count == 0 ? 0 : rows[0].Length;
        var matrix = new Matrix(rows.Count, columns);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != columns)
            {
                throw new ArgumentException($"Row {i} has {rows[i].Length} values where row 0 has {columns}.", nameof(rows));
            }

            rows[i].CopyTo(matrix.Row(i));
        }

        return matrix;
    }

    public Span<double> Row(int row) => _values.AsSpan(row * Columns, Columns);

    public double[] Column(int column)
    {
        var values = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            values[i] = this[i, column];
        }

        return values;
    }

    /// <summary>Those rows, in that order.</summary>
    public Matrix Take(IReadOnlyList<int> rows)
    {
        var taken = new Matrix(rows.Count, Columns);
        for (int i = 0; i < rows.Count; i++)
        {
            Row(rows[i]).CopyTo(taken.Row(i));
        }

        return taken;
    }

    public Matrix Transpose()
    {
        var transposed = new Matrix(Columns, Rows);
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
            {
                transposed[j, i] = this[i, j];
            }
        }

        return transposed;
    }
}
