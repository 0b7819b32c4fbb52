using System.Text;
using Research.Numerics;

namespace Research.Data.Arrays;

/// <summary>Writes NumPy's array files.</summary>
internal static class NpyWriter
{
    private const int Alignment = 64; // of the first number, as NumPy has it

    /// <summary>Version 1, "&lt;f8", row by row.</summary>
    public static void Write(Stream stream, Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        string text = FormattableString.Invariant(
            $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({matrix.Rows}, {matrix.Columns}), }}"
        );
        int before = 10; // magic, version and length
        int padded = ((before + text.Length + 1 + Alignment - 1) / Alignment * Alignment) - before;
        using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        writer.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]);
        writer.Write((ushort)padded);
        writer.Write(Encoding.ASCII.GetBytes(text.PadRight(padded - 1) + "\n"));
        foreach (double value in matrix.Values)
        {
            writer.Write(value); // little-endian on every machine
        }
    }
}
