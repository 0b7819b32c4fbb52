using Research.Data;
using Research.Numerics.Checkpoints;

namespace Research.Pipeline.Targets;

/// <summary>The making of one target: a fresh folder, what lies upstream, and where to tell how far it is.</summary>
public sealed class Job
{
    /// <summary>The fresh folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Opens a dataset.</summary>
    public required Func<DatasetRef, Dataset> Open { get; init; }

    /// <summary>Files of upstream targets: target, file, path.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Upstream { get; init; }

    public required ICheckpoints Checkpoints { get; init; }

    /// <summary>Receives the share that is done; throws where the run was stopped.</summary>
    public required Action<double> Report { get; init; }

    /// <summary>Path of an upstream target's file.</summary>
    /// <exception cref="ArgumentException">The target is not upstream, or made no such file.</exception>
    public string PathOf(string target, string file) =>
        Upstream.TryGetValue(target, out IReadOnlyDictionary<string, string>? files) && files.TryGetValue(file, out string? path)
            ? path
            : throw new ArgumentException(
                $"'{file}' of '{target}' is not upstream. There is: {string.Join(", ", Upstream.Keys)}.",
                nameof(target)
            );

    /// <summary>Whether an upstream target made that file.</summary>
    public bool Has(string target, string file) =>
        Upstream.TryGetValue(target, out IReadOnlyDictionary<string, string>? files) && files.ContainsKey(file);

    /// <summary>An upstream target's file.</summary>
    public byte[] Read(string target, string file) => File.ReadAllBytes(PathOf(target, file));

    /// <summary>An upstream target's text file.</summary>
    public string ReadText(string target, string file) => File.ReadAllText(PathOf(target, file));

    /// <summary>Writes a text file into the fresh folder.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Writes a file into the fresh folder.</summary>
    public void Write(string file, byte[] content) => File.WriteAllBytes(Path.Combine(Folder, file), content);
}
