namespace Research.Results.Folders;

/// <summary>graph.json: a profile's studies, and its targets from data to experiments.</summary>
public sealed record GraphDescription
{
    public const string File = "graph.json";

    /// <summary>The folder's name, such as paper.</summary>
    public required string Profile { get; init; }

    /// <summary>Whether the profile's data are recordings; else code generates them.</summary>
    public required bool UsesRecordings { get; init; }

    /// <summary>Names of the studies, in order; each has a folder of its name.</summary>
    public required IReadOnlyList<string> Studies { get; init; }

    /// <summary>Upstream before downstream.</summary>
    public required IReadOnlyList<GraphTarget> Targets { get; init; }

    /// <summary>The content of the file.</summary>
    public string ToJson() => ResultJson.Write(this);

    /// <exception cref="Numerics.ResearchException">The file is missing, or holds something else.</exception>
    public static GraphDescription Load(string path) => ResultJson.Read<GraphDescription>(path);
}

/// <summary>A target of the graph.</summary>
/// <param name="Name">Unique, such as features:fsdd:mfcc-13.</param>
/// <param name="Label">What to call it among targets of its kind, such as mfcc-13.</param>
/// <param name="Kind">What it makes.</param>
/// <param name="Upstream">Names of what it is made from.</param>
public sealed record GraphTarget(string Name, string Label, GraphTargetKind Kind, IReadOnlyList<string> Upstream);

/// <summary>What a target makes, in the order of the graph.</summary>
public enum GraphTargetKind
{
    Dataset,
    Features,
    Experiment,
}
