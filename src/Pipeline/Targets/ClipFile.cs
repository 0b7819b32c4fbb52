using System.Runtime.InteropServices;
using Research.Data;

namespace Research.Pipeline.Targets;

/// <summary>A generated dataset on disk, every bit of it, so that it is generated once.</summary>
internal static class ClipFile
{
    public const string Name = "clips.bin";

    private const string NoPart = "-";

    public static void Write(string path, Dataset dataset)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(dataset.Id);
        writer.Write(dataset.Version);
        writer.Write(dataset.Digest);
        writer.Write(dataset.Synthetic);
        writer.Write(dataset.Clips.Count);
        foreach (Clip clip in dataset.Clips)
        {
            writer.Write(clip.Name);
            writer.Write(clip.Label);
            writer.Write(clip.Speaker);
            writer.Write(clip.Part is { } part ? part.ToString() : NoPart);
            writer.Write(clip.Waveform.SampleRateHz);
            writer.Write(clip.Waveform.Samples.Length);
            writer.Write(MemoryMarshal.AsBytes(clip.Waveform.Samples.AsSpan()));
        }
    }

    public static Dataset Read(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
        (string id, string version, string digest, bool synthetic) = (
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadBoolean()
        );
        var clips = new Clip[reader.ReadInt32()];
        for (int i = 0; i < clips.Length; i++)
        {
            clips[i] = ReadClip(reader);
        }

        return new Dataset(id, version, digest, synthetic, clips);
    }

    private static Clip ReadClip(BinaryReader reader)
    {
        (string name, string label, string speaker, string part) = (
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString()
        );
        int rate = reader.ReadInt32();
        var samples = new double[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
        Part? side = part == NoPart ? null : Enum.Parse<Part>(part);
        return new Clip(name, label, speaker, side, new Waveform(samples, rate));
    }
}
