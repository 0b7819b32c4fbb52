using Research.Data;
using Research.Data.Locking;

namespace Research.Pipeline.Targets;

/// <summary>The making of one target: a fresh folder, what lies upstream, and where to tell how far it is.</summary>
public sealed class Job
{
    /// <summary>The fresh folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Opens a dataset.</summary>
    public required Func<DatasetRef, Dataset> Open { get; init; }

    /// <summary>Files of upstream targets: target, file, and what opens the file's content as a stream that can seek.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Func<Stream>>> Upstream { get; init; }

    /// <summary>The checkout; for its files that the target's data leaf names, and for no others.</summary>
    public required string Root { get; init; }

    /// <summary>Every pinned dataset.</summary>
    public required Func<DatasetLock> Pins { get; init; }

    public required ICheckpointStore Checkpoints { get; init; }

    /// <summary>Receives the share that is done; throws where the run was stopped.</summary>
    public required Action<double> Report { get; init; }

    /// <summary>Opens an upstream target's file: a stream that can seek.</summary>
    /// <exception cref="ArgumentException">The target is not upstream, or made no such file.</exception>
    public Stream OpenRead(string target, string file) =>
        Upstream.TryGetValue(target, out IReadOnlyDictionary<string, Func<Stream>>? files)
        && files.TryGetValue(file, out Func<Stream>? open)
            ? open()
            : throw new ArgumentException(
                $"'{file}' of '{target}' is not upstream. There is: {string.Join(", ", Upstream.Keys)}.",
                nameof(target)
            );

    /// <summary>Text of an upstream target's file, as UTF-8.</summary>
    /// <exception cref="ArgumentException">The target is not upstream, or made no such file.</exception>
    public string ReadText(string target, string file)
    {
        using var reader = new StreamReader(OpenRead(target, file));
        return reader.ReadToEnd();
    }

    /// <summary>Whether an upstream target made that file.</summary>
    public bool Has(string target, string file) =>
        Upstream.TryGetValue(target, out IReadOnlyDictionary<string, Func<Stream>>? files) && files.ContainsKey(file);

    /// <summary>Files of an upstream target by name; none where it could not be made.</summary>
    public IReadOnlyList<string> FilesOf(string target) =>
        Upstream.TryGetValue(target, out IReadOnlyDictionary<string, Func<Stream>>? files)
            ? [.. files.Keys.Order(StringComparer.Ordinal)]
            : [];

    /// <summary>An upstream target's file, all of it.</summary>
    public byte[] Read(string target, string file)
    {
        using Stream content = OpenRead(target, file);
        byte[] bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Writes a text file into the fresh folder.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Writes a file into the fresh folder.</summary>
    public void Write(string file, byte[] content) => File.WriteAllBytes(Path.Combine(Folder, file), content);
}
