namespace Research.Report.Claims;

/// <summary>What became of a published figure, in a reader's words.</summary>
internal enum Outcome
{
    /// <summary>Ours agrees with it.</summary>
    Reproduced,

    /// <summary>Ours differs, and is better: a higher accuracy, a lower error.</summary>
    Better,

    /// <summary>Ours differs, and is worse.</summary>
    Worse,

    /// <summary>Ours is higher, and higher is neither better nor worse.</summary>
    Above,

    /// <summary>Ours is lower, and lower is neither better nor worse.</summary>
    Below,

    /// <summary>Ours was measured on other data, because the study's cannot be had.</summary>
    OtherData,

    /// <summary>A wall time of another machine.</summary>
    Timed,

    /// <summary>Its data cannot be had, and nothing stands in.</summary>
    DataNotPublic,

    /// <summary>No experiment measures it yet.</summary>
    NotAttempted,
}
