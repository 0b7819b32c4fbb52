using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>Steps that one worker brings up to date, one after the other.</summary>
/// <param name="Steps">In their order.</param>
/// <param name="MemoryBytes">Of the one that needs most.</param>
/// <param name="PathSeconds">From its start to the end of the run, as far as is known.</param>
internal sealed record Batch(IReadOnlyList<Step> Steps, long MemoryBytes, double PathSeconds)
{
    public ThreadBudget Budget { get; init; } = new(1);

    /// <summary>Whether other machines make it.</summary>
    public bool IsElsewhere { get; init; }
}
