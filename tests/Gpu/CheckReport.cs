namespace Research.Gpu;

/// <summary>What a check found; null where a step was not reached, with the reason among <see cref="NotDone"/>.</summary>
internal sealed record CheckReport
{
    /// <summary>Day, in UTC.</summary>
    public required string Date { get; init; }

    public required string Device { get; init; }

    public required string OperatingSystem { get; init; }

    public required string Processor { get; init; }

    /// <summary>SHA-256 of the PTX.</summary>
    public required string Kernels { get; init; }

    public IReadOnlyList<Comparison>? Primitives { get; set; }

    public IReadOnlyList<Comparison>? Trainings { get; set; }

    public IReadOnlyList<Comparison>? Tables { get; set; }

    public IReadOnlyDictionary<string, long>? MachineCode { get; set; }

    public IReadOnlyList<Timing>? Timings { get; set; }

    public List<string> NotDone { get; init; } = [];

    public double Seconds { get; set; }

    /// <summary>Whether all that was compared is equal, and bits of all three kinds were compared.</summary>
    public bool IsWell =>
        new[] { Primitives, Trainings, Tables }.All(kind => kind is { Count: > 0 } && kind.All(one => one.Difference is null));
}

/// <summary>Something that must be equal.</summary>
/// <param name="Difference">Null where it is.</param>
internal sealed record Comparison(string Name, string? Difference);

/// <summary>How long a step of work takes, median of repeats, and the most memory that it had of the GPU.</summary>
/// <param name="Theirs">PyTorch, fp32 without TF32, in the same run; null where it is not there or has no such case.</param>
internal sealed record Timing(string Name, double Seconds, double Operations, long PeakBytes, PeerTiming? Theirs)
{
    /// <summary>Their time over ours: above 1 ours is the faster.</summary>
    public double? Ratio => Theirs is null ? null : Theirs.Seconds / Seconds;
}

/// <summary>The same work in PyTorch.</summary>
internal sealed record PeerTiming(double Seconds, long PeakBytes);
