using Research.Evaluation.Recognition;
using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Store;

namespace Research.Cli.Models;

/// <summary>A model that an experiment exports.</summary>
/// <param name="Target">The experiment's.</param>
/// <param name="Model">Its trial, kind and settings.</param>
/// <param name="Profile">With which the experiment makes it.</param>
internal sealed record ModelEntry(string Target, ExportedModel Model, Profile Profile)
{
    /// <summary>Such as "Digits.GmmHmm/fsdd".</summary>
    public string Name => $"{Target}/{Model.Name}";

    /// <summary>Where the cards of the experiment's models lie; null where its tables are not made yet.</summary>
    public required StoredFile? Cards { get; init; }

    /// <summary>Where what was learned lies; null where it is not trained yet.</summary>
    public required StoredFile? Weights { get; init; }

    /// <summary>Where its background lies; null where it is not learned yet, or the model has none.</summary>
    public required StoredFile? Background { get; init; }

    /// <summary>Of the trial that trains it; empty where its data cannot be had.</summary>
    public required string Fingerprint { get; init; }

    public bool IsTrained => Cards is not null && Weights is not null && (Model.Background is null || Background is not null);

    public bool Synthetic => Profile == Profile.Quick;

    /// <summary>What trains it.</summary>
    public string Command => $"research run {Target} --profile {Profile.Name()}";

    /// <exception cref="ModelFileException">The model is damaged.</exception>
    public Recognizer Load() =>
        ModelFiles.Read(
            Model,
            ModelCards.Read(Cards!.ReadAllBytes())[Model.Name],
            Weights!.ReadAllBytes(),
            Background?.ReadAllBytes(),
            Studies.ModelKinds
        );
}
