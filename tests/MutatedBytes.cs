using System.Buffers.Binary;
using CsCheck;

namespace Research.Tests;

/// <summary>Files with one to four faults: bytes, fields of four bytes, a cut, an insertion, a piece said twice.</summary>
internal static class MutatedBytes
{
    private const int HeaderBytes = 64;
    private const int PieceBytes = 24;

    private static readonly Gen<uint> Extreme = Gen.OneOf(0u, 1u, 0x7FFFFFFFu, 0x80000000u, 0xFFFFFFFFu);

    public static Gen<byte[]> Of(byte[] original) =>
        Fault.Array[1, 4].Select(faults => faults.Aggregate(original, (bytes, fault) => fault(bytes)));

    // Half of the faults are in the header.
    private static Gen<double> Place => Gen.Double[0, 1];

    private static Gen<Func<byte[], byte[]>> Fault =>
        Gen.OneOf(
            Gen.Select(Place, Gen.Bool, Gen.Byte, (place, head, value) => At(place, head, (bytes, at) => Set(bytes, at, value))),
            Gen.Select(
                Place,
                Gen.Bool,
                Gen.Int[0, 7],
                (place, head, bit) => At(place, head, (bytes, at) => Flip(bytes, at, bit))
            ),
            Gen.Select(Place, Gen.Bool, (place, head) => At(place, head, (bytes, at) => bytes[..at])),
            Gen.Select(
                Place,
                Gen.Bool,
                Gen.Byte.Array[1, 16],
                (place, head, more) => At(place, head, (b, at) => Insert(b, at, more))
            ),
            Gen.Select(
                Place,
                Gen.Bool,
                Gen.OneOf(Extreme, Gen.UInt),
                (place, head, value) => At(place, head, (bytes, at) => Put(bytes, at, value))
            ),
            Gen.Select(
                Place,
                Gen.Bool,
                (place, head) => At(place, head, (b, at) => Insert(b, at, b[at..Math.Min(b.Length, at + PieceBytes)]))
            )
        );

    private static Func<byte[], byte[]> At(double place, bool head, Func<byte[], int, byte[]> change) =>
        bytes =>
        {
            int length = head ? Math.Min(HeaderBytes, bytes.Length) : bytes.Length;
            return length == 0 ? bytes : change(bytes, Math.Min(length - 1, (int)(place * length)));
        };

    private static byte[] Set(byte[] bytes, int at, byte value) => [.. bytes[..at], value, .. bytes[(at + 1)..]];

    private static byte[] Flip(byte[] bytes, int at, int bit) => Set(bytes, at, (byte)(bytes[at] ^ (1 << bit)));

    private static byte[] Insert(byte[] bytes, int at, byte[] more) => [.. bytes[..at], .. more, .. bytes[at..]];

    private static byte[] Put(byte[] bytes, int at, uint value)
    {
        byte[] changed = [.. bytes];
        if (at + 4 <= changed.Length)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);
        }

        return changed;
    }
}
