using Research.Results.Charts;

namespace Research.Results.Folders;

/// <summary>experiment.json: what a reader of an experiment's tables needs besides the tables.</summary>
/// <remarks>It follows from the source alone; what the run itself found out about its data is in <see cref="UsedData"/>.</remarks>
public sealed record ExperimentDescription
{
    public const string File = "experiment.json";

    /// <summary>Such as Digits.GmmHmm.</summary>
    public required string Target { get; init; }

    /// <summary>The target without its study.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks, in one sentence.</summary>
    public required string Question { get; init; }

    public required MethodDescription Method { get; init; }

    /// <summary>Variants of the summary that the README may show; null for all. A grid names only those that it chose.</summary>
    public IReadOnlyList<string>? Highlights { get; init; }

    /// <summary>Pictures of its tables, in order.</summary>
    public required IReadOnlyList<Chart> Charts { get; init; }

    /// <summary>The content of the file.</summary>
    public string ToJson() => ResultJson.Write(this);

    /// <exception cref="Numerics.ResearchException">The file is missing, or holds something else.</exception>
    public static ExperimentDescription Load(string path) => ResultJson.Read<ExperimentDescription>(path);
}
