using Research.Pipeline.Fingerprints;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Planning;

/// <summary>One target of a plan.</summary>
/// <param name="Target">What.</param>
/// <param name="Fingerprint">Null where data are missing, so that there is none.</param>
/// <param name="State">What a run will do.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Step(Target Target, Fingerprint? Fingerprint, StepState State, string Reason)
{
    /// <summary>What changed since the target was last here; empty where it was not, or nothing did.</summary>
    public IReadOnlyList<LeafChange> Changes { get; init; } = [];
}
