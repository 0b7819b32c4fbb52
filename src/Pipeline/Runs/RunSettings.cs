namespace Research.Pipeline.Runs;

/// <summary>Bounds of a run; none of them shows in a result.</summary>
public sealed record RunSettings
{
    /// <summary>The device that every machine has.</summary>
    public const string Cpu = "cpu";

    /// <summary>Threads at most, over all workers.</summary>
    public required int Jobs { get; init; }

    /// <summary>Memory that the workers may need together, bytes; one always runs.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Between two saves of a training loop's state.</summary>
    public required TimeSpan CheckpointInterval { get; init; }

    /// <summary>Where trainings and feature sets are made instead of here; null for here.</summary>
    public Elsewhere? Elsewhere { get; init; }

    /// <summary>Where networks are computed, as --device names it: every device gives the same bits.</summary>
    public string Device { get; init; } = Cpu;

    /// <summary>Three quarters of the memory there is.</summary>
    public static long StandardMemory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;

    /// <summary>Often enough that a kill costs little, seldom enough that saving costs less than a hundredth.</summary>
    public static TimeSpan StandardInterval => TimeSpan.FromSeconds(10);
}
