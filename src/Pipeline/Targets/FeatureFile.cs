using Research.Numerics;

namespace Research.Pipeline.Targets;

/// <summary>Features on disk: the count of clips, then for each its rows, columns and doubles, all little-endian.</summary>
public static class FeatureFile
{
    public const string Name = "features.bin";

    public static void Write(string path, IReadOnlyList<Matrix> clips)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(clips.Count);
        foreach (Matrix clip in clips)
        {
            MatrixBinary.Write(writer, clip);
        }
    }

    public static Matrix[] Read(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
        var clips = new Matrix[reader.ReadInt32()];
        for (int i = 0; i < clips.Length; i++)
        {
            clips[i] = MatrixBinary.Read(reader);
        }

        return clips;
    }
}
