namespace Research.Experiments.Recognition;

/// <summary>An experiment that keeps trained models for prediction.</summary>
public interface ITrainsModels
{
    /// <summary>Every model that it keeps. A method, as no measurement may hang on it.</summary>
    IReadOnlyList<TrainedModel> Models();
}

/// <summary>A model that an experiment keeps.</summary>
/// <param name="File">Name among the experiment's files.</param>
/// <param name="Kind">Which kind of recogniser reads it.</param>
/// <param name="Settings">The kind's settings.</param>
public sealed record TrainedModel(string File, string Kind, object Settings);
