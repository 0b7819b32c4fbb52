using Research.Data.Download;
using Research.Data.Locking;

namespace Research.Data.Store;

/// <summary>Verified files on disk: one folder a dataset and digest, which appears by one rename and is checked at every opening.</summary>
public sealed class DatasetStore(string root, string? mirror, Downloader downloader, FileHashes hashes)
{
    /// <summary>The user's store, with the mirror and the patience that the environment asks for.</summary>
    public static DatasetStore Standard(HttpClient http, FileHashes hashes) =>
        In(StorePaths.Root, new Lazy<HttpClient>(http), hashes);

    /// <summary>The same in another cache than the user's.</summary>
    public static DatasetStore In(string cache, Lazy<HttpClient> http, FileHashes hashes) =>
        new(Path.Combine(cache, "data"), StorePaths.Mirror, new Downloader(http, DownloadSettings.Standard), hashes);

    /// <summary>The folder that holds, or would hold, the files of that entry.</summary>
    public string FolderOf(DatasetEntry entry) =>
        Path.Combine(
            root,
            entry.Id,
            PublishedSums.Pin(entry)
                ? $"sha1-{Fingerprint(entry.Digest)}"
                : entry.Digest.Replace("sha256:", "", StringComparison.Ordinal)[..16]
        );

    /// <summary>Whether the store has the files, and whether they are the right ones.</summary>
    public DatasetState StateOf(DatasetEntry entry)
    {
        string folder = FolderOf(entry);
        return !Directory.Exists(folder) ? DatasetState.Missing
            : entry.DigestOf(folder, hashes).Value == FirstUse.Expected(entry, folder, hashes) ? DatasetState.Verified
            : DatasetState.Damaged;
    }

    /// <summary>The folder with the verified files, fetched first where they are missing or damaged.</summary>
    /// <exception cref="DataUnavailableException">No source gave the right bytes.</exception>
    public async Task<string> OpenAsync(DatasetEntry entry, IProgress<double>? progress, CancellationToken cancellation)
    {
        string folder = FolderOf(entry);
        if (StateOf(entry) == DatasetState.Verified)
        {
            return folder;
        }

        await using FileStream held = await StoreLock.TakeAsync(Path.Combine(root, entry.Id + ".lock"), cancellation);
        DatasetState state = StateOf(entry); // another process may have fetched it while this one waited
        if (state == DatasetState.Damaged)
        {
            BusyFile.Retry(() => Directory.Move(folder, $"{folder}.damaged-{Guid.NewGuid():N}")); // set aside, not lost
        }

        if (state != DatasetState.Verified)
        {
            await FetchAsync(entry, folder, progress, cancellation);
        }

        return folder;
    }

    /// <summary>Takes a folder of files into the store, under an entry that pins them.</summary>
    /// <param name="fresh">Moved, so on the store's disk; see <see cref="NewFolder"/>.</param>
    public void Add(DatasetEntry entry, string fresh)
    {
        string folder = FolderOf(entry);
        if (Directory.Exists(folder))
        {
            Directory.Delete(fresh, recursive: true); // the same bytes are there already
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        BusyFile.Retry(() => Directory.Move(fresh, folder)); // a virus scanner may still read what is new
    }

    /// <summary>An empty folder beside the datasets, to be filled and added.</summary>
    public string NewFolder(string id)
    {
        string fresh = Path.Combine(root, $"{id}.new-{Guid.NewGuid():N}");
        Directory.CreateDirectory(fresh);
        return fresh;
    }

    private async Task FetchAsync(DatasetEntry entry, string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        var refusals = new List<string>();
        foreach (DatasetSource source in entry.Sources)
        {
            try
            {
                if (await TryAsync(entry, source, folder, progress, cancellation) is { } refusal)
                {
                    refusals.Add(refusal);
                    continue;
                }

                return;
            }
            catch (DownloadException error)
            {
                refusals.Add(error.Message);
            }
        }

        throw new DataUnavailableException(
            $"Dataset '{entry.Id}' cannot be had here. Tried: {string.Join(" ", refusals)} "
                + $"What to do: set RESEARCH_MIRROR to a folder or address that has {MirroredAs(entry)}, or get it from {entry.HomePage}."
        );
    }

    // Archives, as a mirror has them.
    private static string MirroredAs(DatasetEntry entry) =>
        string.Join(
            " and ",
            entry
                .Sources.SelectMany(source => new[] { source }.Concat(source.And ?? []))
                .Select(source => source.Mirror)
                .Where(path => path is { Length: > 0 })
                .Distinct()
                .DefaultIfEmpty($"{entry.Id}/")
        );

    // Null when the files are in place, else why the source gave nothing.
    private async Task<string?> TryAsync(
        DatasetEntry entry,
        DatasetSource source,
        string folder,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        string fresh = NewFolder(entry.Id);
        try
        {
            foreach (DatasetSource archive in source.All)
            {
                if (await GetAsync(entry, archive, fresh, progress, cancellation) is { } refusal)
                {
                    return refusal;
                }
            }

            Publish(entry, source, fresh, folder);
            return null;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    // The files of one archive, from the mirror or upstream.
    private async Task<string?> GetAsync(
        DatasetEntry entry,
        DatasetSource source,
        string fresh,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        if (AddressOf(source) is not { } address)
        {
            return "The mirror: RESEARCH_MIRROR is not set.";
        }

        if (source.Package is { } package && !File.Exists(address))
        {
            return NuGetPackages.Missing(package, entry.Id);
        }

        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https")
        {
            string archive = Path.Combine(root, "downloads", $"{entry.Id}-{Fingerprint(ShownAddress.Of(address))}.zip");
            Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
            await downloader.FetchAsync(uri, archive, entry.MostArchiveBytes(source), progress, cancellation);
            try
            {
                Unpack(entry, source, archive, ShownAddress.Of(address), fresh);
            }
            finally
            {
                File.Delete(archive);
            }

            return null;
        }

        address = uri is { IsFile: true } ? uri.LocalPath : address;
        if (!File.Exists(address))
        {
            return $"The mirror has no {ShownAddress.Of(address)}.";
        }

        Unpack(entry, source, address, address, fresh);
        return null;
    }

    private string? AddressOf(DatasetSource source) =>
        source.Package is { } package
            ? NuGetPackages.FileOf(package)
            : source.Url ?? (mirror is null ? null : MirrorPath(mirror, source.Mirror!));

    private static string MirrorPath(string mirror, string path) =>
        mirror.Contains("://", StringComparison.Ordinal) ? $"{mirror.TrimEnd('/')}/{path}" : Path.Combine(mirror, path);

    private static void Unpack(DatasetEntry entry, DatasetSource source, string archive, string address, string fresh)
    {
        if (source.Keep is not { } name)
        {
            SafeUnpacker.Unpack(archive, address, Wanted(entry, source), fresh);
            return;
        }

        long size = new FileInfo(archive).Length;
        if (PublishedSums.Pin(entry) ? size > entry.Bytes : size != entry.Bytes)
        {
            string bound = PublishedSums.Pin(entry) ? "allows" : "pins";
            throw new DownloadException($"{address}: has {size} bytes where datasets.lock {bound} {entry.Bytes}.");
        }

        File.Copy(archive, Path.Combine(fresh, Path.GetFileName(name)));
    }

    private void Publish(DatasetEntry entry, DatasetSource source, string fresh, string folder)
    {
        if (DifferenceOf(entry, fresh) is { } difference)
        {
            string addresses = string.Join(" and ", source.All.Select(archive => ShownAddress.Of(AddressOf(archive)!)));
            throw new DownloadException($"{addresses}: holds other data: {difference}.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        FirstUse.Forget(folder);
        BusyFile.Retry(() => Directory.Move(fresh, folder)); // a virus scanner may still read what is new
    }

    private string? DifferenceOf(DatasetEntry entry, string fresh)
    {
        if (PublishedSums.Pin(entry))
        {
            return PublishedSums.Difference(entry, fresh);
        }

        ContentDigest digest = entry.DigestOf(fresh, hashes);
        return digest.Value == entry.Digest
            ? null
            : $"expected {entry.Count} files of {entry.Bytes} bytes, {entry.Digest}; "
                + $"got {digest.Count} files of {digest.Bytes} bytes, {digest.Value}";
    }

    private static UnpackSettings Wanted(DatasetEntry entry, DatasetSource source) =>
        new()
        {
            Folder = source.Folder,
            Wanted = path => FilePatterns.Match(entry.Files, path),
            Files = entry.Count,
            Bytes = entry.Bytes,
        };

    private static string Fingerprint(string address) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address)))[..12];
}

/// <summary>What the store has of a dataset.</summary>
public enum DatasetState
{
    Missing,
    Verified,
    Damaged,
}
