using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Numerics;

namespace Research.Experiments.Recognition;

/// <summary>Model packages: a zip that holds model.json (version, kind, card, settings of the features) and weights.bin, stored and dated alike everywhere.</summary>
public static class ModelFiles
{
    public const string Extension = ".rmodel";

    /// <summary>The version that this program writes and reads.</summary>
    public const int Version = 1;

    private const string Description = "model.json";
    private const string Weights = "weights.bin";
    private const long MostBytes = 1L << 30;
    private static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page
            Converters = { new JsonStringEnumConverter() },
        };

    /// <summary>The file's bytes; equal models give equal bytes.</summary>
    /// <param name="more">Further entries, such as the licence of the data, by name.</param>
    public static byte[] Write(Recognizer model, IReadOnlyDictionary<string, string>? more = null)
    {
        using var weights = new MemoryStream();
        using (var writer = new BinaryWriter(weights, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            model.WriteWeights(writer);
        }

        var description = new Document(Version, model.Kind, model.Card, JsonSerializer.SerializeToElement(model.Settings, Json));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Description, JsonSerializer.SerializeToUtf8Bytes(description, Json));
            Add(zip, Weights, weights.ToArray());
            foreach ((string name, string text) in more ?? new Dictionary<string, string>())
            {
                Add(zip, name, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>The model of a file.</summary>
    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="ModelFileException">No model package, one of another version or kind, or one that is cut off or damaged.</exception>
    public static Recognizer Read(byte[] file, string name)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            Document document = JsonSerializer.Deserialize<Document>(Entry(zip, Description, name), Json)!;
            if (document.Version != Version)
            {
                throw new ModelFileException(
                    $"{name}: is a model of version {document.Version}; this program reads version {Version}. Export it again, or use the program that wrote it."
                );
            }

            ModelKind kind =
                ModelKind.All.FirstOrDefault(known => known.Name == document.Kind)
                ?? throw new ModelFileException(
                    $"{name}: is a model of kind '{document.Kind}'; this program knows {string.Join(", ", ModelKind.All.Select(known => known.Name))}. Use the program that wrote it."
                );
            using var reader = new BinaryReader(new MemoryStream(Entry(zip, Weights, name)));
            return kind.Read(document.Card, document.Settings.Deserialize(kind.Settings, Json)!, reader);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new ModelFileException($"{name}: is no model package, or a damaged one: {error.Message} Get it again.", error);
        }
    }

    /// <summary>The model of a file that an experiment keeps.</summary>
    /// <exception cref="ModelFileException">The file is cut off or damaged.</exception>
    public static Recognizer Read(TrainedModel model, byte[] file)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(file));
            ModelCard card = TrainedFile.Read(reader);
            return ModelKind.All.First(kind => kind.Name == model.Kind).Read(card, model.Settings, reader);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new ModelFileException($"{model.File}: is damaged: {error.Message} Run its experiment again.", error);
        }
    }

    /// <summary>The further entries of a package, by name.</summary>
    public static IReadOnlyDictionary<string, string> Texts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return zip
            .Entries.Where(entry => entry.FullName is not (Description or Weights))
            .ToDictionary(entry => entry.FullName, entry => System.Text.Encoding.UTF8.GetString(Bytes(entry)));
    }

    // Whatever a damaged file can make the readers say; our own messages go through as they are.
    private static bool IsDamage(Exception error) =>
        error
            is InvalidDataException
                or JsonException
                or EndOfStreamException
                or ArgumentException
                or OverflowException
                or NotSupportedException
                or InvalidOperationException
                or IOException
                or ResearchException
        && error is not ModelFileException;

    private static byte[] Entry(ZipArchive zip, string entry, string name) =>
        zip.GetEntry(entry) is { } found
            ? Bytes(found)
            : throw new ModelFileException($"{name}: holds no {entry}, so it is no model package.");

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.Length > MostBytes)
        {
            throw new InvalidDataException($"{entry.FullName} claims {entry.Length} bytes.");
        }

        using var bytes = new MemoryStream();
        using Stream source = entry.Open();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Dated;
        using Stream target = entry.Open();
        target.Write(content);
    }

    private sealed record Document(int Version, string Kind, ModelCard Card, JsonElement Settings);
}

/// <summary>A model package that cannot be used, and why.</summary>
public sealed class ModelFileException : ResearchException
{
    public ModelFileException() { }

    public ModelFileException(string message)
        : base(message) { }

    public ModelFileException(string message, Exception inner)
        : base(message, inner) { }
}
