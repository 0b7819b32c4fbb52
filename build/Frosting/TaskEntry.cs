namespace Cake.Frosting;

/// <summary>A task of the graph, whether a class declares it or the program makes it when it starts.</summary>
internal sealed record TaskEntry
{
    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>What the task does, in one line.</summary>
    public required string Description { get; init; }

    /// <summary>Names of the tasks that must have run before, in order.</summary>
    public required IReadOnlyList<string> Dependencies { get; init; }

    /// <summary>Names of the tasks that need this one without naming it, as Cake's IsDependeeOf has it.</summary>
    public required IReadOnlyList<string> DependeeOf { get; init; }

    /// <summary>Makes the task.</summary>
    public required Func<IFrostingTask> Create { get; init; }
}
