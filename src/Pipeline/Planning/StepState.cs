namespace Research.Pipeline.Planning;

/// <summary>What a run will do with a target.</summary>
public enum StepState
{
    /// <summary>Nothing: it is what it should be.</summary>
    UpToDate,

    /// <summary>Copy its outputs from the store.</summary>
    Restore,

    /// <summary>Make it.</summary>
    Run,

    /// <summary>Nothing: nobody who runs reads it.</summary>
    Unneeded,

    /// <summary>Nothing can be done: its data cannot be had.</summary>
    Unavailable,
}
