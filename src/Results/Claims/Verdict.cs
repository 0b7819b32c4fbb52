namespace Research.Results.Claims;

/// <summary>What our figure says of a published one.</summary>
public enum Verdict
{
    /// <summary>The published figure lies within our interval, or the difference within two binomial standard errors, or a single number rounds to it.</summary>
    Reproduced,

    /// <summary>Ours is higher than that.</summary>
    Higher,

    /// <summary>Ours is lower than that.</summary>
    Lower,

    /// <summary>The data that it was measured on cannot be had.</summary>
    DataNotPublic,

    /// <summary>The data that it was measured on cannot be had; ours is measured on others, so that the two say little of each other.</summary>
    StandIn,

    /// <summary>It is a wall time of another machine; ours stands in the experiment's timings.</summary>
    Timed,

    /// <summary>No experiment measures it yet.</summary>
    NotAttempted,
}
