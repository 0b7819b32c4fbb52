using Research.Data;
using Research.Numerics;

namespace Research.Pipeline.Files;

/// <summary>A generated dataset on disk, every bit of it, so that it is generated once.</summary>
/// <remarks>Two files: one with all that is known of the items, one with what they hold, which is read when it is first asked for.</remarks>
internal static class ItemFile
{
    /// <summary>Identity, classes, marks and targets of the items, and where the content of each lies.</summary>
    public const string Name = "items.bin";

    /// <summary>The content of all items, one after the other.</summary>
    public const string Content = "content.bin";

    private const string None = "-";

    // The least that one takes: counts are held against the bytes that are left, as a store may be shared with strangers.
    private const int ItemBytes = 30;
    private const int MarkBytes = 21;
    private const int ValueBytes = 9;
    private const int SizeBytes = 4;

    /// <summary>Writes both files into a folder.</summary>
    public static void Write(string folder, Dataset dataset)
    {
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, Name)));
        using FileStream content = File.Create(Path.Combine(folder, Content));
        writer.Write(dataset.Id);
        writer.Write(dataset.Version);
        writer.Write(dataset.Digest);
        writer.Write(dataset.Synthetic);
        writer.Write(dataset.Items.Count);
        foreach (Item item in dataset.Items)
        {
            Write(writer, item);
            Write(writer, StoredContent.Append(content, item.Content));
        }
    }

    private static void Write(BinaryWriter writer, Item item)
    {
        writer.Write(item.Id);
        writer.Write(item.Label is not null);
        writer.Write(item.Label ?? "");
        writer.Write(item.Group);
        writer.Write(item.Subset is { } subset ? subset.ToString() : None);
        Write(writer, item.Targets);
        writer.Write(item.Marks.Count);
        foreach (Mark mark in item.Marks)
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
    /// <param name="open">Opens one of the two files, by its name, as a stream that can seek.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file ends too early for what it says it holds.</exception>
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
        var items = new Item[CountedBinary.ReadCount(reader, ItemBytes)];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = ReadItem(reader, content);
        }

        return new Dataset(id, version, digest, synthetic, items);
    }

    private static Item ReadItem(BinaryReader reader, ContentFile content)
    {
        string name = reader.ReadString();
        bool hasClass = reader.ReadBoolean();
        (string label, string speaker, string part) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        Dictionary<string, double> traits = ReadValues(reader);
        var marks = new Mark[CountedBinary.ReadCount(reader, MarkBytes)];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = new Mark(reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), ReadValues(reader));
        }

        Subset? side =
            part == None ? null
            : Enum.TryParse(part, out Subset known) ? known
            : throw new InvalidDataException($"There is no part '{part}'.");
        return new Item(name, hasClass ? label : null, speaker, side, ReadStored(reader).ToContent(content.Read))
        {
            Marks = marks,
            Targets = traits,
        };
    }

    private static StoredContent ReadStored(BinaryReader reader)
    {
        var kind = (StoredKind)reader.ReadByte();
        (long offset, int length) = (reader.ReadInt64(), reader.ReadInt32());
        int[] shape = new int[CountedBinary.ReadCount(reader, SizeBytes)];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.ReadInt32();
        }

        return new StoredContent(kind, offset, length, shape);
    }

    private static Dictionary<string, double> ReadValues(BinaryReader reader)
    {
        var values = new Dictionary<string, double>();
        for (int left = CountedBinary.ReadCount(reader, ValueBytes); left > 0; left--)
        {
            values[reader.ReadString()] = reader.ReadDouble();
        }

        return values;
    }
}
