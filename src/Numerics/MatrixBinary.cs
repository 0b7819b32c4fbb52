using System.Runtime.InteropServices;

namespace Research.Numerics;

/// <summary>Matrices and vectors as bytes, every bit of them: counts, then doubles, little-endian.</summary>
public static class MatrixBinary
{
    public static void Write(BinaryWriter writer, Matrix matrix)
    {
        writer.Write(matrix.Rows);
        writer.Write(matrix.Columns);
        writer.Write(MemoryMarshal.AsBytes(matrix.Values));
    }

    public static Matrix Read(BinaryReader reader)
    {
        var matrix = new Matrix(reader.ReadInt32(), reader.ReadInt32());
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(matrix.Values));
        return matrix;
    }

    public static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static double[] ReadVector(BinaryReader reader)
    {
        var values = new double[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
