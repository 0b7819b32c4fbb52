using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Filters 7 frames high that slide over time and frequency; the highest over frequency stays.</summary>
internal sealed class TimbralFilters : nn.Module<Tensor, Tensor>
{
    private const int Height = 7;
    private readonly Conv2d convolution;
    private readonly BatchNorm1d norm;

    public TimbralFilters(NamedWeights weights, string name, string normName)
        : base(nameof(TimbralFilters))
    {
        int width = weights.Inputs($"{name}/kernel") / Height;
        Filters = weights.Outputs($"{name}/kernel");
        convolution = nn.Conv2d(1, Filters, (Height, width), padding: (Height / 2, 0));
        NamedWeights.Copy(convolution.weight!, weights.Kernel($"{name}/kernel", Height, width, 1));
        NamedWeights.Copy(convolution.bias!, weights.Vector($"{name}/bias", Filters));
        norm = weights.Norm(normName, Filters, 1e-3);
        RegisterComponents();
    }

    public int Filters { get; }

    /// <summary>[patches, 1, frames, bands] to [patches, filters, frames].</summary>
    public override Tensor forward(Tensor x) => HighestOf(convolution.call(x), norm);

    // Normalized before the highest is taken: a negative weight would turn the order.
    internal static Tensor HighestOf(Tensor convolved, BatchNorm1d norm)
    {
        Tensor rectified = convolved.relu();
        return norm.call(rectified.flatten(2)).reshape(rectified.shape).amax([3]);
    }
}

/// <summary>Filters of many frames and one band; as many frames come out as went in, the highest over frequency stays.</summary>
internal sealed class TemporalFilters : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d convolution;
    private readonly BatchNorm1d norm;
    private readonly int height;

    public TemporalFilters(NamedWeights weights, string name, string normName)
        : base(nameof(TemporalFilters))
    {
        height = weights.Inputs($"{name}/kernel");
        Filters = weights.Outputs($"{name}/kernel");
        convolution = nn.Conv2d(1, Filters, (height, 1));
        NamedWeights.Copy(convolution.weight!, weights.Kernel($"{name}/kernel", height, 1, 1));
        NamedWeights.Copy(convolution.bias!, weights.Vector($"{name}/bias", Filters));
        norm = weights.Norm(normName, Filters, 1e-3);
        RegisterComponents();
    }

    public int Filters { get; }

    /// <summary>[patches, 1, frames, bands] to [patches, filters, frames].</summary>
    public override Tensor forward(Tensor x)
    {
        int before = (height - 1) / 2; // TensorFlow's SAME: the odd one comes after
        Tensor padded = nn.functional.pad(x, [0, 0, before, height - 1 - before]);
        return TimbralFilters.HighestOf(convolution.call(padded), norm);
    }
}

/// <summary>A convolution over time of all columns at once.</summary>
internal sealed class TimeConvolution : nn.Module<Tensor, Tensor>
{
    private const int Height = 7;
    private readonly Conv1d convolution;
    private readonly BatchNorm1d norm;

    public TimeConvolution(NamedWeights weights, string name, string normName, int columns)
        : base(nameof(TimeConvolution))
    {
        int filters = weights.Outputs($"{name}/kernel");
        convolution = nn.Conv1d(columns, filters, Height, padding: Height / 2);
        Tensor kernel = weights.Kernel($"{name}/kernel", Height, columns, 1); // [filters, 1, 7, columns]
        NamedWeights.Copy(convolution.weight!, kernel.squeeze(1).transpose(1, 2));
        NamedWeights.Copy(convolution.bias!, weights.Vector($"{name}/bias", filters));
        norm = weights.Norm(normName, filters, 1e-3);
        RegisterComponents();
    }

    /// <summary>[patches, columns, frames] to [patches, filters, frames].</summary>
    public override Tensor forward(Tensor x) => norm.call(convolution.call(x).relu());
}
