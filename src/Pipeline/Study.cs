using Research.Results.Claims;

namespace Research.Pipeline;

/// <summary>A study: what it published, and the experiments that answer it.</summary>
/// <param name="Name">Folder and first part of the targets' names.</param>
/// <param name="Title">For people.</param>
/// <param name="Claims">Every figure that it published.</param>
/// <param name="NotPublic">Datasets, as the claims name them, that nobody outside can have.</param>
/// <param name="Experiments">In the study's order, for a profile.</param>
public sealed record Study(
    string Name,
    string Title,
    ClaimBook Claims,
    IReadOnlyCollection<string> NotPublic,
    Func<Profile, IReadOnlyList<Experiment>> Experiments
)
{
    /// <summary>Published figures whose own data cannot be had and that are measured on others, with what stands in for what: no verdict compares them.</summary>
    public IReadOnlyDictionary<string, string> StandIns { get; init; } = new Dictionary<string, string>();

    /// <summary>Experiments of which profile sample runs a part, by name.</summary>
    public IReadOnlyDictionary<string, Sample> Samples { get; init; } = new Dictionary<string, Sample>();

    /// <summary>The class that declares it; its documentation says what the study is.</summary>
    public Type Source => Experiments.Method.DeclaringType!;

    /// <exception cref="ArgumentException">The profile has no such experiment.</exception>
    public Experiment Experiment(string name, Profile profile) =>
        Experiments(profile).FirstOrDefault(experiment => experiment.Name == name)
        ?? throw new ArgumentException($"Study {Name} has no experiment '{name}'.", nameof(name));
}

/// <summary>The part of a long experiment that profile sample runs.</summary>
/// <param name="Says">Which part, in words.</param>
/// <param name="Tables">The tables whose rows must stand in the whole experiment's snapshot, each as it is.</param>
public sealed record Sample(string Says, IReadOnlyList<string> Tables);
