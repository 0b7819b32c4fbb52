using Research.Data;
using Research.Results.Trials;

namespace Research.Pipeline;

/// <summary>One training and its predictions: data and split, features, model, training, seed; its record is its settings.</summary>
/// <remarks>
/// A target of its own: fingerprinted, stored, restored, resumed from checkpoints, spread over processes. An experiment names its trials and makes
/// tables of what they predicted, so a change in a table trains nothing. Equal trials of two experiments or profiles are computed once.
/// </remarks>
public abstract record Trial
{
    /// <summary>What tells it from the other trials of its experiment, in words, such as "mfcc 13, states 4/seed 1".</summary>
    public abstract string Description { get; }

    /// <summary>Every dataset that it opens.</summary>
    public abstract IReadOnlyList<DatasetRef> Data { get; }

    /// <summary>Every feature set that it reads.</summary>
    public virtual IReadOnlyList<FeatureSet> Features => [];

    /// <summary>Trials whose results it reads, such as one whose weights it starts from.</summary>
    public virtual IReadOnlyList<Trial> Uses => [];

    /// <summary>Memory that its worker needs at its peak, bytes.</summary>
    public virtual long MemoryBytes => 512L << 20;

    /// <summary>Trains and predicts.</summary>
    public abstract TrialResult Run(TrialInputs inputs);
}
