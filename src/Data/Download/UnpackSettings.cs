namespace Research.Data.Download;

/// <summary>Which files of an archive are wanted, and how much they may be.</summary>
internal sealed record UnpackSettings
{
    /// <summary>In the archive; empty for all of it.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether a path below that folder is wanted.</summary>
    public required Func<string, bool> Wanted { get; init; }

    /// <summary>How many files there may be: those of datasets.lock.</summary>
    public required int Files { get; init; }

    /// <summary>How many bytes they may have together.</summary>
    public required long Bytes { get; init; }
}
