using Research.Data;

namespace Research.Pipeline.Files;

/// <summary>A generated dataset on disk, every bit of it, so that it is generated once.</summary>
/// <remarks>Two files: one with all that is known of the items, one with what they hold, which is read when it is first asked for.</remarks>
internal static class ClipFile
{
    /// <summary>Identity, classes, marks and targets of the items, and where the content of each lies.</summary>
    public const string Name = "clips.bin";

    /// <summary>The content of all items, one after the other.</summary>
    public const string Content = "content.bin";

    private const string None = "-";

    /// <summary>Writes both files into a folder.</summary>
    public static void Write(string folder, Dataset dataset)
    {
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, Name)));
        using FileStream content = File.Create(Path.Combine(folder, Content));
        writer.Write(dataset.Id);
        writer.Write(dataset.Version);
        writer.Write(dataset.Digest);
        writer.Write(dataset.Synthetic);
        writer.Write(dataset.Clips.Count);
        foreach (Clip clip in dataset.Clips)
        {
            Write(writer, clip);
            Write(writer, StoredContent.Append(content, clip.Content));
        }
    }

    private static void Write(BinaryWriter writer, Clip clip)
    {
        writer.Write(clip.Name);
        writer.Write(clip.Label is not null);
        writer.Write(clip.Label ?? "");
        writer.Write(clip.Speaker);
        writer.Write(clip.Part is { } part ? part.ToString() : None);
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

    private static void Write(BinaryWriter writer, StoredContent stored)
    {
        writer.Write((byte)stored.Kind);
        writer.Write(stored.Offset);
        writer.Write(stored.Length);
        writer.Write(stored.Shape.Length);
        foreach (int size in stored.Shape)
        {
            writer.Write(size);
        }
    }

    /// <summary>Reads a dataset.</summary>
    /// <param name="open">Opens one of the two files, by its name.</param>
    public static Dataset Read(Func<string, Stream> open)
    {
        using var reader = new BinaryReader(new BufferedStream(open(Name), 1 << 16));
        var content = new ContentFile(() => open(Content));
        (string id, string version, string digest, bool synthetic) = (
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadBoolean()
        );
        var clips = new Clip[reader.ReadInt32()];
        for (int i = 0; i < clips.Length; i++)
        {
            clips[i] = ReadClip(reader, content);
        }

        return new Dataset(id, version, digest, synthetic, clips);
    }

    private static Clip ReadClip(BinaryReader reader, ContentFile content)
    {
        string name = reader.ReadString();
        bool hasClass = reader.ReadBoolean();
        (string label, string speaker, string part) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        Dictionary<string, double> traits = ReadValues(reader);
        var marks = new Mark[reader.ReadInt32()];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = new Mark(reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), ReadValues(reader));
        }

        Part? side = part == None ? null : Enum.Parse<Part>(part);
        return new Clip(name, hasClass ? label : null, speaker, side, ReadStored(reader).ToContent(content.Read))
        {
            Marks = marks,
            Traits = traits,
        };
    }

    private static StoredContent ReadStored(BinaryReader reader)
    {
        var kind = (StoredKind)reader.ReadByte();
        (long offset, int length) = (reader.ReadInt64(), reader.ReadInt32());
        int[] shape = new int[reader.ReadInt32()];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.ReadInt32();
        }

        return new StoredContent(kind, offset, length, shape);
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
