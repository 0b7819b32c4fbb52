namespace Research.SelfTests;

/// <summary>A change to the small workspace, and which targets must be made because of it.</summary>
/// <param name="Name">In words.</param>
/// <param name="Apply">Makes the change.</param>
/// <param name="Made">Targets that a plan must make; all others must not be made.</param>
internal sealed record Mutation(string Name, Action<SmallWorkspace> Apply, params IReadOnlyList<string> Made)
{
    /// <summary>Targets that a plan must restore.</summary>
    public IReadOnlyList<string> Restored { get; init; } = [];

    /// <summary>What the refusal must say, where the change must be refused.</summary>
    public string? Refused { get; init; }
}
