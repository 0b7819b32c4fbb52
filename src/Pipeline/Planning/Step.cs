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
    /// <summary>The reason where a stored result was damaged.</summary>
    public const string DamagedReason = "the stored result was damaged; made again";

    /// <summary>Whether it is made because its stored result was damaged.</summary>
    public bool WasDamaged { get; init; }

    /// <summary>Names of the targets upstream that it is made of: all, or those that could be made.</summary>
    public IEnumerable<string> Upstream =>
        Fingerprint is { } made ? Target.Upstream.Where(made["upstream"].Parts.ContainsKey) : Target.Upstream;

    /// <summary>What changed since the target was last here; empty where it was not, or nothing did.</summary>
    public IReadOnlyList<LeafChange> Changes { get; init; } = [];
}
