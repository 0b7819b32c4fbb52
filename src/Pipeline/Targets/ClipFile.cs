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
            writer.Write(clip.Label!); // generated items have a class
            writer.Write(clip.Speaker);
            writer.Write(clip.Part is { } part ? part.ToString() : NoPart);
            writer.Write(clip.Waveform.SampleRateHz);
            writer.Write(clip.Waveform.Samples.Length);
            writer.Write(MemoryMarshal.AsBytes(clip.Waveform.Samples.AsSpan()));
            Write(writer, clip.Traits);
            writer.Write(clip.Marks.Count);
            foreach (Mark mark in clip.Marks)
            {
                writer.Write(mark.Label);
                writer.Write(mark.StartSeconds);
                writer.Write(mark.EndSeconds);
                Write(writer, mark.Values);
            }
        }
    }

    private static void Write(BinaryWriter writer, IReadOnlyDictionary<string, double> values)
    {
        writer.Write(values.Count);
        foreach ((string name, double value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
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
        Dictionary<string, double> traits = ReadValues(reader);
        var marks = new Mark[reader.ReadInt32()];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = new Mark(reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), ReadValues(reader));
        }

        return new Clip(name, label, speaker, side, new Waveform(samples, rate)) { Marks = marks, Traits = traits };
    }

    private static Dictionary<string, double> ReadValues(BinaryReader reader)
    {
        var values = new Dictionary<string, double>();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            values.Add(reader.ReadString(), reader.ReadDouble());
        }

        return values;
    }
}
