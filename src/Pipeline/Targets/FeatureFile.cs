using System.Runtime.InteropServices;
using Research.Numerics;
using Research.Pipeline.Files;

namespace Research.Pipeline.Targets;

/// <summary>Features on disk, every bit of them but a NaN's (<see cref="OneNaN"/>), laid out so that they compress; all little-endian.</summary>
/// <remarks>
/// The count of items; rows and columns of each; which columns take few values, and these columns; then all other values of all items in byte
/// planes. A value stands as the difference of its bits from those of the value above it, as whole numbers: features change little from frame to
/// frame, so that signs, exponents and the first bits of fractions become small numbers. ADR 18 has what each step saves.
/// </remarks>
public static class FeatureFile
{
    public const string Name = "features.bin";

    private const int LeastValueBytes = 2; // of a column that lies apart; others take eight

    public static void Write(string path, IReadOnlyList<Matrix> clips)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(clips.Count);
        foreach (Matrix clip in clips)
        {
            writer.Write(clip.Rows);
            writer.Write(clip.Columns);
        }

        bool[] apart = WriteRepeated(writer, clips);
        using var planes = new PlaneWriter(writer.BaseStream);
        foreach (Matrix clip in clips)
        {
            ReadOnlySpan<long> rest = Pick(OneNaN.Bits(clip.Values), clip.Columns, apart);
            planes.Write(Differences(rest, clip.Columns - apart.Count(few => few)));
        }
    }

    /// <summary>Reads what was written and closes the stream.</summary>
    /// <exception cref="EndOfStreamException">The file holds less than its counts say.</exception>
    /// <exception cref="InvalidDataException">Its counts contradict each other.</exception>
    public static Matrix[] Read(Stream stream)
    {
        using var reader = new BinaryReader(new BufferedStream(stream, 1 << 16));
        Matrix[] clips = ReadShapes(reader);
        bool[] apart = ReadRepeated(reader, clips);
        int fewer = apart.Count(few => few);
        var planes = new PlaneReader(reader.BaseStream, clips.Sum(clip => (long)clip.Rows * (clip.Columns - fewer)));
        foreach (Matrix clip in clips)
        {
            Span<long> bits = MemoryMarshal.Cast<double, long>(clip.Values);
            Span<long> rest = fewer == 0 ? bits : new long[clip.Rows * (clip.Columns - fewer)];
            planes.Read(rest);
            Sum(rest, clip.Columns - fewer);
            if (fewer > 0)
            {
                Place(rest, bits, clip.Columns, apart);
            }
        }

        return clips;
    }

    // Memory for all values is asked for once the file is known to hold them.
    private static Matrix[] ReadShapes(BinaryReader reader)
    {
        var shapes = new (int Rows, int Columns)[CountedBinary.ReadCount(reader, 2 * sizeof(int))];
        Int128 bytes = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            shapes[i] = (reader.ReadInt32(), reader.ReadInt32());
            (int rows, int columns) = shapes[i];
            if (rows < 0 || columns < 0 || (long)rows * columns > Array.MaxLength)
            {
                throw new InvalidDataException($"Item {i} has {rows} by {columns} values; the file is damaged.");
            }

            bytes += (long)rows * columns * LeastValueBytes;
        }

        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        return bytes <= left
            ? [.. shapes.Select(shape => new Matrix(shape.Rows, shape.Columns))]
            : throw new EndOfStreamException(
                $"The items have at least {bytes} bytes where {left} are left; the file is cut off."
            );
    }

    // One byte a column tells whether it is such a one; items of unequal width have none.
    private static bool[] WriteRepeated(BinaryWriter writer, IReadOnlyList<Matrix> clips)
    {
        bool[] apart = new bool[CommonColumns(clips)];
        long[] values = new long[apart.Length == 0 ? 0 : clips.Sum(clip => clip.Rows)];
        for (int column = 0; column < apart.Length; column++)
        {
            int at = 0;
            foreach (Matrix clip in clips)
            {
                ReadOnlySpan<long> bits = OneNaN.Bits(clip.Values);
                for (int i = column; i < bits.Length; i += clip.Columns)
                {
                    values[at++] = bits[i];
                }
            }

            var repeated = RepeatedValues.Of(values);
            apart[column] = repeated is not null;
            writer.Write(apart[column]);
            repeated?.Write(writer);
        }

        return apart;
    }

    private static bool[] ReadRepeated(BinaryReader reader, Matrix[] clips)
    {
        bool[] apart = new bool[CommonColumns(clips)];
        for (int column = 0; column < apart.Length; column++)
        {
            apart[column] = reader.ReadBoolean();
            if (!apart[column])
            {
                continue;
            }

            var repeated = RepeatedValues.Read(reader, clips.Sum(clip => clip.Rows));
            int at = 0;
            foreach (Matrix clip in clips)
            {
                Span<long> bits = MemoryMarshal.Cast<double, long>(clip.Values);
                for (int i = column; i < bits.Length; i += clip.Columns)
                {
                    bits[i] = repeated.Values[repeated.Places[at++]];
                }
            }
        }

        return apart;
    }

    private static int CommonColumns(IReadOnlyList<Matrix> clips) =>
        clips.Count > 0 && clips.All(clip => clip.Columns == clips[0].Columns) ? clips[0].Columns : 0;

    // The values of an item without the columns that lie apart.
    private static ReadOnlySpan<long> Pick(ReadOnlySpan<long> bits, int columns, bool[] apart)
    {
        if (!apart.Contains(true))
        {
            return bits;
        }

        var picked = new List<long>(bits.Length);
        for (int i = 0; i < bits.Length; i++)
        {
            if (!apart[i % columns])
            {
                picked.Add(bits[i]);
            }
        }

        return CollectionsMarshal.AsSpan(picked);
    }

    private static void Place(ReadOnlySpan<long> rest, Span<long> bits, int columns, bool[] apart)
    {
        int at = 0;
        for (int row = 0; row < bits.Length; row += columns)
        {
            for (int column = 0; column < columns; column++)
            {
                if (!apart[column])
                {
                    bits[row + column] = rest[at++];
                }
            }
        }
    }

    // A small difference of either sign becomes a small number: 0, −1, 1, −2 … to 0, 1, 2, 3 …
    private static long[] Differences(ReadOnlySpan<long> bits, int columns)
    {
        long[] differences = new long[bits.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            long difference = unchecked(bits[i] - (i < columns ? 0 : bits[i - columns]));
            differences[i] = (difference << 1) ^ (difference >> 63);
        }

        return differences;
    }

    private static void Sum(Span<long> differences, int columns)
    {
        for (int i = 0; i < differences.Length; i++)
        {
            long difference = (long)((ulong)differences[i] >> 1) ^ -(differences[i] & 1);
            differences[i] = unchecked(difference + (i < columns ? 0 : differences[i - columns]));
        }
    }
}
