using Research.Data;

namespace Research.Pipeline.Files;

/// <summary>A generated dataset on disk, every bit of it, so that it is generated once.</summary>
/// <remarks>Two files: one with all that is known of the clips, one with their samples, so that reading labels touches no samples.</remarks>
internal static class ClipFile
{
    /// <summary>Identity, labels, marks and traits of the clips, and where the samples of each lie.</summary>
    public const string Name = "clips.bin";

    /// <summary>The samples of all clips, one after the other.</summary>
    public const string Samples = "samples.bin";

    private const string NoPart = "-";

    /// <summary>Writes both files into a folder.</summary>
    public static void Write(string folder, Dataset dataset)
    {
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, Name)));
        using FileStream samples = File.Create(Path.Combine(folder, Samples));
        writer.Write(dataset.Id);
        writer.Write(dataset.Version);
        writer.Write(dataset.Digest);
        writer.Write(dataset.Synthetic);
        writer.Write(dataset.Clips.Count);
        foreach (Clip clip in dataset.Clips)
        {
            Write(writer, clip);
            Write(writer, StoredSamples.Append(samples, clip.Waveform));
        }
    }

    private static void Write(BinaryWriter writer, Clip clip)
    {
        writer.Write(clip.Name);
        writer.Write(clip.Label);
        writer.Write(clip.Speaker);
        writer.Write(clip.Part is { } part ? part.ToString() : NoPart);
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

    private static void Write(BinaryWriter writer, IReadOnlyDictionary<string, double> values)
    {
        writer.Write(values.Count);
        foreach ((string name, double value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    private static void Write(BinaryWriter writer, StoredSamples stored)
    {
        writer.Write(stored.Offset);
        writer.Write(stored.Count);
        writer.Write(stored.SampleRateHz);
        writer.Write(stored.IsPcm);
    }

    /// <summary>Reads a dataset.</summary>
    /// <param name="open">Opens one of the two files, by its name.</param>
    public static Dataset Read(Func<string, Stream> open)
    {
        using var reader = new BinaryReader(new BufferedStream(open(Name), 1 << 16));
        var samples = new SampleFile(() => open(Samples));
        (string id, string version, string digest, bool synthetic) = (
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadBoolean()
        );
        var clips = new Clip[reader.ReadInt32()];
        for (int i = 0; i < clips.Length; i++)
        {
            clips[i] = ReadClip(reader, samples);
        }

        return new Dataset(id, version, digest, synthetic, clips);
    }

    private static Clip ReadClip(BinaryReader reader, SampleFile samples)
    {
        (string name, string label, string speaker, string part) = (
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString()
        );
        Dictionary<string, double> traits = ReadValues(reader);
        var marks = new Mark[reader.ReadInt32()];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = new Mark(reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), ReadValues(reader));
        }

        StoredSamples stored = new(reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean());
        Part? side = part == NoPart ? null : Enum.Parse<Part>(part);
        return new Clip(name, label, speaker, side, samples.Read(stored)) { Marks = marks, Traits = traits };
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
