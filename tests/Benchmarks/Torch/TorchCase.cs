namespace Research.Benchmarks.Torch;

/// <summary>Work that both tensor engines do by the same source.</summary>
/// <param name="Operations">Floating-point operations of a step, a multiplication and an addition counted as two; 0 where a rate says nothing.</param>
/// <param name="Steps">Steps a repeat, so that a repeat takes long enough to be timed.</param>
/// <param name="Prepare">Makes the tensors and returns one step.</param>
internal sealed record TorchCase(string Name, string Title, double Operations, int Steps, Func<Action> Prepare)
{
    /// <summary>Its rate is the peak, of which convolutions are a share.</summary>
    public const string Peak = "product-1024";

    public static IReadOnlyList<TorchCase> All { get; } =
    [.. ProductCases.All, .. RecurrentCases.All, .. ConvolutionCases.All, .. NetworkCases.All];
}
