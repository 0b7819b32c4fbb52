using Research.Pipeline;

namespace Research.Evaluation.Recognition;

/// <summary>An experiment whose trained models can be used for prediction.</summary>
public interface IExportsModels
{
    /// <summary>Every model that can be. A method, as no measurement may hang on it.</summary>
    IReadOnlyList<ExportedModel> Models();
}

/// <summary>A trial's model that can be used for prediction.</summary>
/// <param name="Name">Unique in its experiment, such as the dataset that it learned from.</param>
/// <param name="Trial">The trial that trains it, one of the experiment's; its model is kept.</param>
/// <param name="Kind">Which kind of recogniser reads it.</param>
/// <param name="Settings">The kind's settings.</param>
public sealed record ExportedModel(string Name, Trial Trial, string Kind, object Settings)
{
    /// <summary>The trial that learns what the recordings of the training were like, another of the experiment's; null for none.</summary>
    public BackgroundTrial? Background { get; init; }
}
