using Research.Data;

namespace Research.Pipeline;

/// <summary>What a feature set reads: the items that it describes, and its assets.</summary>
/// <param name="features">The set.</param>
/// <param name="opening">Opens a dataset.</param>
public sealed class FeatureInputs(FeatureSet features, Func<DatasetRef, Dataset> opening)
{
    /// <summary>The items; their bytes matched the lock.</summary>
    public Dataset Data { get; } = opening(features.Data);

    /// <summary>An opened asset, such as the tensors of a trained network.</summary>
    /// <exception cref="ArgumentException">The set does not name it among its assets.</exception>
    public Dataset Open(DatasetRef asset) =>
        features.Assets.Any(listed => listed.Id == asset.Id)
            ? opening(asset)
            : throw new ArgumentException(
                $"The feature set '{features.Name}' opens '{asset.Id}' but does not list it under Assets.",
                nameof(asset)
            );
}
