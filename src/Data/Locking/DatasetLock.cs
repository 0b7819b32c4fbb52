using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Numerics;

namespace Research.Data.Locking;

/// <summary>The file datasets.lock: which bytes an experiment may be given.</summary>
public sealed record DatasetLock
{
    public const string FileName = "datasets.lock";

    /// <summary>A user's own datasets, beside it; git leaves it alone.</summary>
    public const string LocalFileName = "datasets.local.lock";

    private const int MostBytes = 1 << 22; // of 10,000 datasets with usual texts

    public required IReadOnlyList<DatasetEntry> Datasets { get; init; }

    /// <summary>Datasets that code makes: pinned by the digest of what every machine must make.</summary>
    public IReadOnlyList<GeneratedEntry> Generated
    {
        get;
        init => field = value ?? []; // the generated reader sets null where the file has no such list
    } = [];

    /// <exception cref="ResearchException">The file is missing or is no valid lock.</exception>
    public static DatasetLock Load(string path)
    {
        try
        {
            DatasetLock? read = JsonSerializer.Deserialize(Bytes(path), Format.Json.DatasetLock);
            string? fault =
                read is null || read.ListsNull() ? "it holds null where something is needed" : LockCheck.FaultOf(read);
            return fault is null ? read! : throw new JsonException(fault + ".");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: cannot be read as a dataset lock: {error.Message}", error);
        }
    }

    /// <summary>Whether a name can be a dataset's: at most 64 letters, digits, '-', '_' and '.'.</summary>
    public static bool IsId(string name) => LockCheck.IsId(name);

    /// <summary>The same with the datasets of a second lock, such as a user's own.</summary>
    /// <exception cref="ResearchException">Both pin a dataset of one id.</exception>
    public DatasetLock With(DatasetLock own)
    {
        ArgumentNullException.ThrowIfNull(own);
        HashSet<string> whole = [.. own.Datasets.Select(entry => entry.Id)];
        IEnumerable<DatasetEntry> kept = Datasets.Where(entry => entry.Partial != true || !whole.Contains(entry.Id));
        var both = new DatasetLock { Datasets = [.. kept, .. own.Datasets], Generated = [.. Generated, .. own.Generated] };
        return LockCheck.FaultOf(both) is { } fault
            ? throw new ResearchException($"{FileName} and {LocalFileName}: {fault}.")
            : both;
    }

    public void Save(string path)
    {
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, Format.Json.DatasetLock).ReplaceLineEndings("\n") + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The pin of a dataset that code makes; null where it has none.</summary>
    public GeneratedEntry? FindGenerated(string id) => Generated.FirstOrDefault(entry => entry.Id == id);

    /// <exception cref="UsageException">No dataset has that id.</exception>
    public DatasetEntry Find(string id) =>
        Datasets.FirstOrDefault(entry => entry.Id == id)
        ?? throw new UsageException(
            $"No dataset '{id}' in datasets.lock. Known: {string.Join(", ", Datasets.Select(entry => entry.Id).Concat(Generated.Select(entry => entry.Id)))}."
        );

    // A class of its own, so that the code of a target that is given pins reaches no serializer.
    private static class Format
    {
        public static readonly LockJson Json = new(
            new(JsonSerializerDefaults.Web)
            {
                WriteIndented = true,
                RespectNullableAnnotations = true,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page
            }
        );
    }

    private static byte[] Bytes(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.Length <= MostBytes
            ? File.ReadAllBytes(path)
            : throw new JsonException(FormattableString.Invariant($"it has more than {MostBytes} bytes."));
    }

    // The serializer refuses null for a member, and takes it within a list.
    private bool ListsNull() =>
        Datasets.Concat<object?>(Generated).Contains(null)
        || Datasets.Any(entry => entry.Files.Concat<object?>(entry.Sources).Contains(null))
        || Datasets.Any(entry => entry.Sources.Any(source => source.And is { } others && others.Contains(null!)));
}

// Generated when compiled: reading a lock by reflection takes a fifth of a run that has nothing to do.
[JsonSerializable(typeof(DatasetLock))]
internal sealed partial class LockJson : JsonSerializerContext;
