namespace Research.Data.Locking;

/// <summary>One dataset of datasets.lock.</summary>
public sealed record DatasetEntry
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }

    public required string Licence { get; init; }

    public required string Citation { get; init; }

    public required string HomePage { get; init; }

    /// <summary>The files that are used: names, or patterns of one folder such as "recordings/*.wav" or "samples/{a,b}.wav".</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Count of those files.</summary>
    public required int Count { get; init; }

    /// <summary>Their bytes together; also the bound of what an archive may unpack to. A bound alone where <see cref="PublishedSums"/> pin the files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Digest of their content, see <see cref="ContentDigest"/>; or <see cref="PublishedSums"/>, where there is nothing better.</summary>
    public required string Digest { get; init; }

    /// <summary>Where to get them, in the order to try.</summary>
    public required IReadOnlyList<DatasetSource> Sources { get; init; }

    /// <summary>Bytes that an archive of a source may have: those pinned where it is kept as it is; else four times those of the files, and 1 GiB for what else it packs.</summary>
    /// <remarks>Archives of a forge are made on demand and hold the whole repository, so the lock can pin no size of theirs.</remarks>
    public long MostArchiveBytes(DatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Keep is null ? (4 * Bytes) + (1L << 30) : Bytes;
    }

    /// <summary>True where only a part of the dataset can be pinned here: a local lock may pin the whole under the same id.</summary>
    public bool? Partial { get; init; }

    /// <summary>True where it is got only when it is named, because of its size.</summary>
    public bool? OnRequest { get; init; }

    /// <summary>Files under a folder that this entry's patterns name, relative, with '/'.</summary>
    public IReadOnlyList<string> FilesIn(string folder) => [.. FilePatterns.Enumerate(folder, Files)];

    /// <summary>The digest of the files under a folder that this entry's patterns name.</summary>
    public ContentDigest DigestOf(string folder, IFileHashes hashes) =>
        ContentDigest.Of(folder, FilePatterns.Enumerate(folder, Files), hashes);
}

/// <summary>A place that has the files of a dataset in a zip archive, or the one file that it is.</summary>
public sealed record DatasetSource
{
    /// <summary>Path under RESEARCH_MIRROR; null for another source.</summary>
    public string? Mirror { get; init; }

    /// <summary>Address of an upstream archive; null for another source.</summary>
    public string? Url { get; init; }

    /// <summary>A NuGet package with its version, "id/version" in small letters, which dotnet restore has put on this machine; null for another source.</summary>
    public string? Package { get; init; }

    /// <summary>Folder inside the archive that holds the files; empty for its root.</summary>
    public required string Folder { get; init; }

    /// <summary>Name under which what comes is kept as it is, packed, where only the archive's own digest was ever published; null to unpack it.</summary>
    public string? Keep { get; init; }

    /// <summary>Archives that hold the other files, where one does not hold all; null for none. These have none in turn.</summary>
    public IReadOnlyList<DatasetSource>? And { get; init; }

    /// <summary>This archive and the others.</summary>
    internal IEnumerable<DatasetSource> All => [this, .. And ?? []];
}
