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
    /// <summary>Experiments, as the claims name them, that nothing measures yet.</summary>
    public IReadOnlyCollection<string> Pending { get; init; } = [];

    /// <summary>How those who have data of <see cref="NotPublic"/> answer the figures on them, in one sentence; null where nobody can.</summary>
    public string? WithTheData { get; init; }

    /// <summary>The class that declares it; its documentation says what the study is.</summary>
    public required Type Source { get; init; }

    /// <exception cref="ArgumentException">The profile has no such experiment.</exception>
    public Experiment Experiment(string name, Profile profile) =>
        Experiments(profile).FirstOrDefault(experiment => experiment.Name == name)
        ?? throw new ArgumentException($"Study {Name} has no experiment '{name}'.", nameof(name));
}

/// <summary>The part of a long experiment that profile sample runs.</summary>
/// <param name="Says">Which part, in words.</param>
/// <param name="Tables">The tables whose rows must stand in the whole experiment's snapshot, each as it is.</param>
public sealed record Sample(string Says, IReadOnlyList<string> Tables);
