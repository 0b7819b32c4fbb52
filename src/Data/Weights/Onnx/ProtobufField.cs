namespace Research.Data.Weights.Onnx;

/// <summary>One field of a Protocol Buffers message, and where its contents lie in the file.</summary>
/// <remarks>Source: the wire format of Protocol Buffers. Groups, which ONNX does not use, are refused.</remarks>
/// <param name="Number">Of the field.</param>
/// <param name="Value">Of a number; 0 for contents.</param>
/// <param name="Start">Of the contents.</param>
/// <param name="Bytes">Length of the contents; -1 for a number.</param>
internal readonly record struct ProtobufField(int Number, long Value, long Start, long Bytes)
{
    private const int MostVarintBytes = 10;

    public long End => Start + Bytes;

    /// <summary>The fields between two places of a stream; each is looked at before the next is read.</summary>
    /// <exception cref="InvalidDataException">No fields are there; the place is named.</exception>
    public static IEnumerable<ProtobufField> Of(Stream stream, long start, long end)
    {
        stream.Position = start;
        while (stream.Position < end)
        {
            ProtobufField field = Read(stream, end);
            long next = field.Bytes < 0 ? stream.Position : field.End;
            yield return field;
            stream.Position = next;
        }
    }

    /// <summary>The numbers packed into contents, or the one number that the field is.</summary>
    public IEnumerable<long> Numbers(Stream stream, int most)
    {
        if (Bytes < 0)
        {
            yield return Value;
            yield break;
        }

        stream.Position = Start;
        for (int count = 0; stream.Position < End; count++)
        {
            yield return count < most
                ? Varint(stream, End)
                : throw new InvalidDataException($"has more than {most} numbers in the list at byte {Start}.");
        }
    }

    private static ProtobufField Read(Stream stream, long end)
    {
        long place = stream.Position;
        long tag = Varint(stream, end);
        (long number, int kind) = (tag >> 3, (int)(tag & 7));
        if (number is < 1 or > int.MaxValue || kind is not (0 or 1 or 2 or 5))
        {
            throw new InvalidDataException($"has no field of a message at byte {place}; it is damaged or no ONNX model.");
        }

        if (kind == 0)
        {
            return new((int)number, Varint(stream, end), stream.Position, -1);
        }

        long bytes = kind switch
        {
            1 => 8,
            5 => 4,
            _ => Varint(stream, end),
        };
        return bytes >= 0 && bytes <= end - stream.Position
            ? new((int)number, 0, stream.Position, bytes)
            : throw new InvalidDataException($"states {bytes} bytes at byte {place}, where {end - place} are left.");
    }

    private static long Varint(Stream stream, long end)
    {
        ulong value = 0;
        for (int i = 0; i < MostVarintBytes && stream.Position < end; i++)
        {
            int next = stream.ReadByte();
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next is >= 0 and < 0x80)
            {
                return (long)value;
            }
        }

        throw new InvalidDataException($"has a number without an end before byte {stream.Position}.");
    }
}
