namespace Research.Data.Audio;

/// <summary>Why a recording cannot be used.</summary>
public enum RecordingProblem
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The path names a folder.</summary>
    Folder,

    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>No sound in a format that can be read.</summary>
    NotAudio,

    /// <summary>A header or a chunk that is cut off or contradicts itself.</summary>
    Damaged,

    /// <summary>Samples that are no numbers.</summary>
    NotFinite,

    /// <summary>Too few samples, or none.</summary>
    TooShort,

    /// <summary>More than the limits allow.</summary>
    TooLong,

    /// <summary>Nothing to hear.</summary>
    Silent,

    /// <summary>The file is there, but its bytes cannot be had.</summary>
    Unreadable,
}
