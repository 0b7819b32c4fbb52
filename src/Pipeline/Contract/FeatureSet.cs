using Research.Data;
using Research.Numerics;

namespace Research.Pipeline;

/// <summary>Immutable numbers per item of a dataset: a target of its own, computed once however many experiments use it.</summary>
public abstract record FeatureSet
{
    /// <summary>The dataset that it describes.</summary>
    public required DatasetRef Data { get; init; }

    /// <summary>A short name for these settings, such as "mfcc-13-25-10"; unique among the sets of a dataset.</summary>
    public abstract string Name { get; }

    public string Target => $"features:{Data.Id}:{Name}";

    /// <summary>What it reads beside the items, such as a trained network's tensors.</summary>
    public virtual IReadOnlyList<DatasetRef> Assets => [];

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [frames, features].</returns>
    public abstract IReadOnlyList<Matrix> Compute(FeatureInputs inputs);
}
