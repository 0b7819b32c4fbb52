using System.Runtime.InteropServices;
using Research.Numerics;
using Research.Pipeline.Files;

namespace Research.Pipeline.Targets;

/// <summary>Features on disk: the count of clips, then for each its rows, its columns and its doubles in byte planes, all little-endian.</summary>
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
            writer.Write(BytePlanes.Split(MemoryMarshal.AsBytes(clip.Values), sizeof(double)));
        }
    }

    /// <summary>Reads what was written and closes the stream.</summary>
    public static Matrix[] Read(Stream stream)
    {
        using var reader = new BinaryReader(new BufferedStream(stream, 1 << 16));
        var clips = new Matrix[reader.ReadInt32()];
        for (int i = 0; i < clips.Length; i++)
        {
            clips[i] = ReadMatrix(reader);
        }

        return clips;
    }

    private static Matrix ReadMatrix(BinaryReader reader)
    {
        var matrix = new Matrix(reader.ReadInt32(), reader.ReadInt32());
        Span<byte> values = MemoryMarshal.AsBytes(matrix.Values);
        byte[] planes = new byte[values.Length];
        reader.BaseStream.ReadExactly(planes);
        BytePlanes.Join(planes, sizeof(double), values);
        return matrix;
    }
}
