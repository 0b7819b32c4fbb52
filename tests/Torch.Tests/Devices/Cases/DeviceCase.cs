namespace Research.Torch.Tests.Devices.Cases;

/// <summary>One primitive, asked of the CPU and of the GPU over random inputs.</summary>
/// <param name="Run">Does it, with shapes and values from the twin's generator.</param>
/// <param name="Changes">Places in the kernels' source whose change must be seen: another order, or another expression.</param>
internal sealed record DeviceCase(string Name, Action<Twin> Run, params SourceChange[] Changes)
{
    public static IReadOnlyList<DeviceCase> All { get; } =
    [
        .. MovingCases.All,
        .. PointwiseCases.All,
        .. ReductionCases.All,
        .. IndexCases.All,
        .. ProductCases.All,
        .. ConvolutionCases.All,
        .. PoolingCases.All,
        .. NormalizationCases.All,
        .. RecurrenceCases.All,
        .. OptimiserCases.All,
        .. RandomCases.All,
    ];

    public override string ToString() => Name;
}

/// <summary>A text of a kernel's source, which stands there once, and what takes its place.</summary>
internal sealed record SourceChange(string File, string Old, string New);
