namespace Research.Models.Networks.Pretrained;

/// <summary>A tensor of a trained network.</summary>
/// <param name="Read">The values, the last dimension fastest; called once.</param>
public sealed record LoadedTensor(IReadOnlyList<int> Shape, Func<float[]> Read);
