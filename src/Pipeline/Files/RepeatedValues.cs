using Research.Numerics;

namespace Research.Pipeline.Files;

/// <summary>A column of numbers that takes few values, as zero crossings counted in a window do: its values once, then which of them each number is.</summary>
/// <param name="Values">Distinct, in the order in which they appear; at most 65,536.</param>
/// <param name="Places">Of each number among the values.</param>
internal sealed record RepeatedValues(long[] Values, ushort[] Places)
{
    private const int LeastRepeats = 8;

    /// <summary>The column in that form; null where a value is not repeated eight times on the average.</summary>
    public static RepeatedValues? Of(ReadOnlySpan<long> column)
    {
        int most = Math.Min(ushort.MaxValue + 1, column.Length / LeastRepeats);
        var known = new Dictionary<long, ushort>();
        var places = new ushort[column.Length];
        for (int n = 0; n < column.Length; n++)
        {
            if (!known.TryGetValue(column[n], out ushort place))
            {
                if (known.Count == most)
                {
                    return null;
                }

                place = (ushort)known.Count;
                known.Add(column[n], place);
            }

            places[n] = place;
        }

        return new RepeatedValues([.. known.Keys], places);
    }

    /// <summary>Writes the count of values, the values, and the places: their low bytes, then their high ones.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Values.Length);
        foreach (long value in Values)
        {
            writer.Write(value);
        }

        byte[] planes = new byte[2 * Places.Length];
        for (int n = 0; n < Places.Length; n++)
        {
            (planes[n], planes[Places.Length + n]) = ((byte)Places[n], (byte)(Places[n] >> 8));
        }

        writer.Write(planes);
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="count">Numbers of the column.</param>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    /// <exception cref="InvalidDataException">A number is none of the values.</exception>
    public static RepeatedValues Read(BinaryReader reader, int count)
    {
        long[] values = new long[CountedBinary.ReadCount(reader, sizeof(long))];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadInt64();
        }

        byte[] planes = new byte[2 * count];
        reader.BaseStream.ReadExactly(planes);
        var places = new ushort[count];
        for (int n = 0; n < count; n++)
        {
            places[n] = (ushort)(planes[n] | (planes[count + n] << 8));
            if (places[n] >= values.Length)
            {
                throw new InvalidDataException($"Number {n} is value {places[n]} of {values.Length}.");
            }
        }

        return new RepeatedValues(values, places);
    }
}
