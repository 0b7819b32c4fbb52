using System.Runtime.InteropServices;

namespace Research.Numerics;

/// <summary>Matrices and vectors as bytes, every bit of them but a NaN's (<see cref="OneNaN"/>): counts, then doubles, little-endian.</summary>
public static class MatrixBinary
{
    private const int LongestEmpty = 1 << 20; // whoever reads a matrix may go through its rows, though they hold nothing

    public static void Write(BinaryWriter writer, Matrix matrix)
    {
        writer.Write(matrix.Rows);
        writer.Write(matrix.Columns);
        writer.Write(OneNaN.Bytes(matrix.Values));
    }

    /// <exception cref="EndOfStreamException">The stream holds less than its counts say.</exception>
    /// <exception cref="InvalidDataException">A count is negative, or one of two is 0 and the other absurd.</exception>
    public static Matrix Read(BinaryReader reader)
    {
        (int rows, int columns) = (reader.ReadInt32(), reader.ReadInt32());
        CheckCounts(reader.BaseStream, rows, columns);
        var matrix = new Matrix(rows, columns);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(matrix.Values));
        return matrix;
    }

    public static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(OneNaN.Bytes(values));
    }

    /// <exception cref="EndOfStreamException">The stream holds less than its count says.</exception>
    /// <exception cref="InvalidDataException">The count is negative.</exception>
    public static double[] ReadVector(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        CheckCounts(reader.BaseStream, count, 1);
        var values = new double[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static void CheckCounts(Stream stream, int rows, int columns)
    {
        if (rows < 0 || columns < 0)
        {
            throw new InvalidDataException($"The counts say {rows} by {columns} values; the data are damaged.");
        }

        long values = (long)rows * columns;
        if (values > Array.MaxLength || !CountedBinary.Holds(stream, values, sizeof(double)))
        {
            throw new EndOfStreamException($"The counts say {values} values, which is more than the data hold.");
        }

        if (values == 0 && Math.Max(rows, columns) > LongestEmpty)
        {
            throw new InvalidDataException($"An empty matrix of {rows} by {columns} is none; the data are damaged.");
        }
    }
}
