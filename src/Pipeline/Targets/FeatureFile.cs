using System.Runtime.InteropServices;
using Research.Numerics;
using Research.Pipeline.Files;

namespace Research.Pipeline.Targets;

/// <summary>Features on disk, every bit of them, laid out so that they compress; all little-endian.</summary>
/// <remarks>
/// The count of clips; rows and columns of each; then the values of all clips in byte planes. A value stands as the difference of its bits from
/// those of the value above it, as whole numbers: features change little from frame to frame, so that signs, exponents and the first bits of
/// fractions become small numbers. ADR 18 has what each step saves.
/// </remarks>
public static class FeatureFile
{
    public const string Name = "features.bin";

    public static void Write(string path, IReadOnlyList<Matrix> clips)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(clips.Count);
        foreach (Matrix clip in clips)
        {
            writer.Write(clip.Rows);
            writer.Write(clip.Columns);
        }

        using var planes = new PlaneWriter(writer.BaseStream);
        foreach (Matrix clip in clips)
        {
            planes.Write(Differences(MemoryMarshal.Cast<double, long>(clip.Values), clip.Columns));
        }
    }

    /// <summary>Reads what was written and closes the stream.</summary>
    public static Matrix[] Read(Stream stream)
    {
        using var reader = new BinaryReader(new BufferedStream(stream, 1 << 16));
        var clips = new Matrix[reader.ReadInt32()];
        long total = 0;
        for (int i = 0; i < clips.Length; i++)
        {
            clips[i] = new Matrix(reader.ReadInt32(), reader.ReadInt32());
            total += clips[i].Values.Length;
        }

        var planes = new PlaneReader(reader.BaseStream, total);
        foreach (Matrix clip in clips)
        {
            Span<long> bits = MemoryMarshal.Cast<double, long>(clip.Values);
            planes.Read(bits);
            Sum(bits, clip.Columns);
        }

        return clips;
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
