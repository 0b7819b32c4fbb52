using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>Model packages: model.json (version, kind, card, settings of the features), weights.bin, and texts such as the licence of the data.</summary>
public static class ModelFiles
{
    public const string Extension = ".rmodel";

    /// <summary>The version that this program writes; it reads those from <see cref="OldestVersion"/> on.</summary>
    public const int Version = 4;

    private const int OldestVersion = 3; // before backgrounds

    private const string Description = "model.json";
    private const string Weights = "weights.bin";
    private const string BackgroundEntry = "background.bin";

    /// <summary>The texts that a package may hold.</summary>
    public static IReadOnlyList<string> TextNames { get; } = ["licence.txt", "citation.txt", "fingerprint.txt"];

    private static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page
            Converters = { new JsonStringEnumConverter() },
            RespectNullableAnnotations = true,
        };

    /// <summary>The file's bytes; equal models give equal bytes.</summary>
    /// <param name="texts">Of <see cref="TextNames"/>, by name.</param>
    public static byte[] Write(Recognizer model, IReadOnlyDictionary<string, string>? texts = null)
    {
        using var weights = new MemoryStream();
        using (var writer = new BinaryWriter(weights, Encoding.UTF8, leaveOpen: true))
        {
            model.WriteWeights(writer);
        }

        var description = new Document(Version, model.Kind, model.Card, JsonSerializer.SerializeToElement(model.Settings, Json));
        return ModelPackage.Write([
            (Description, JsonSerializer.SerializeToUtf8Bytes(description, Json)),
            (Weights, weights.ToArray()),
            .. model.Background is { } background ? [(BackgroundEntry, background.ToBytes())] : Array.Empty<(string, byte[])>(),
            .. (texts ?? new Dictionary<string, string>()).Select(text => (text.Key, Encoding.UTF8.GetBytes(text.Value))),
        ]);
    }

    /// <summary>A package's bytes, for <see cref="Read(byte[], string, IReadOnlyList{ModelKind})"/>.</summary>
    /// <exception cref="ModelFileException">The file is larger than a package is.</exception>
    public static byte[] Bytes(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length > ModelPackage.MostBytes)
        {
            throw new ModelFileException(
                $"{path}: has {file.Length} bytes; a model package has at most {ModelPackage.MostBytes}."
            );
        }

        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The model of a file. It was tried: it answers a second of noise with one number a label.</summary>
    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="ModelFileException">No model package, one of another version or kind, or one that is cut off, damaged or contradicts itself.</exception>
    /// <param name="kinds">Kinds of recognisers that the program knows.</param>
    public static Recognizer Read(byte[] file, string name, IReadOnlyList<ModelKind> kinds) =>
        Guarded(
            $"{name}: is no model package, or a damaged one:",
            "Get it again.",
            () =>
            {
                using var package = new ModelPackage(file);
                int version = VersionOf(package, name);
                var document = JsonSerializer.Deserialize<Document>(package.Checked(Description)!, Json)!;
                ModelKind kind =
                    kinds.FirstOrDefault(known => known.Name == document.Kind)
                    ?? throw new ModelFileException(
                        $"{name}: is a model of kind '{document.Kind}'; this program knows {string.Join(", ", kinds.Select(known => known.Name))}. Use the program that wrote it."
                    );
                byte[] weights = package.Checked(Weights) ?? throw Lacks(name, Weights);
                object settings = document.Settings.Deserialize(kind.Settings, Json)!;
                Recognizer model = Whole(weights, reader => kind.Read(document.Card, settings, reader));
                model.Background = version > OldestVersion ? BackgroundOf(package.Checked(BackgroundEntry)) : null;
                return ModelCheck.Passed(model);
            }
        );

    /// <summary>The model that a trial trained.</summary>
    /// <param name="card">Of the experiment's cards.</param>
    /// <param name="weights">What the trial kept.</param>
    /// <param name="background">What its background's trial kept; null where it has none.</param>
    /// <param name="kinds">Kinds of recognisers that the program knows.</param>
    /// <exception cref="ModelFileException">The weights are cut off or damaged.</exception>
    public static Recognizer Read(
        ExportedModel model,
        ModelCard card,
        byte[] weights,
        byte[]? background,
        IReadOnlyList<ModelKind> kinds
    ) =>
        Guarded(
            $"{model.Name}: is damaged:",
            "Run its experiment again.",
            () =>
            {
                ModelKind kind = kinds.First(kind => kind.Name == model.Kind);
                Recognizer read = Whole(weights, reader => kind.Read(card, model.Settings, reader));
                read.Background = BackgroundOf(background);
                return read;
            }
        );

    /// <summary>The texts of a package, by name.</summary>
    /// <exception cref="ModelFileException">No model package, or a damaged one.</exception>
    public static IReadOnlyDictionary<string, string> Texts(byte[] file, string name) =>
        Guarded(
            $"{name}: is no model package, or a damaged one:",
            "Get it again.",
            () =>
            {
                using var package = new ModelPackage(file);
                return TextNames
                    .Select(text => (Name: text, Content: package.Checked(text)))
                    .Where(text => text.Content is not null)
                    .ToDictionary(text => text.Name, text => Encoding.UTF8.GetString(text.Content!));
            }
        );

    // Read by itself: a model of another version may describe itself in other words.
    private static int VersionOf(ModelPackage package, string name)
    {
        using var json = JsonDocument.Parse(package.Find(Description) ?? throw Lacks(name, Description));
        int version = json.RootElement.GetProperty("version").GetInt32();
        return version is >= OldestVersion and <= Version
            ? version
            : throw new ModelFileException(
                $"{name}: is a model of version {version}; this program reads versions {OldestVersion} to {Version}. Export it again, or use the program that wrote it."
            );
    }

    private static Background? BackgroundOf(byte[]? bytes) => bytes is null ? null : Background.Read(bytes);

    private static Recognizer Whole(byte[] bytes, Func<BinaryReader, Recognizer> read)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream);
        Recognizer model = read(reader);
        return stream.Position == stream.Length
            ? model
            : throw new InvalidDataException($"it has {stream.Length - stream.Position} bytes too many.");
    }

    private static ModelFileException Lacks(string name, string entry) =>
        new($"{name}: holds no {entry}, so it is no model package.");

    // A package may come from anybody, so whatever reading it meets is the package's fault; our own messages go through as they are.
    private static T Guarded<T>(string what, string advice, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not ModelFileException)
        {
            bool words = error is InvalidDataException or JsonException or EndOfStreamException or ResearchException;
            throw new ModelFileException($"{what} {(words ? error.Message : "its parts do not fit together.")} {advice}", error);
        }
    }

    private sealed record Document(int Version, string Kind, ModelCard Card, JsonElement Settings);
}
