using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Several ways through convolutions side by side, whose maps stand one after another.</summary>
internal sealed class InceptionBlock : nn.Module<Tensor, Tensor>
{
    private readonly InceptionPath[] _paths;

    public InceptionBlock(params InceptionPath[] paths)
        : base(nameof(InceptionBlock))
    {
        _paths = paths;
        foreach ((string name, NormalizedConvolution module) in paths.SelectMany(path => path.Steps))
        {
            register_module(name, module);
        }
    }

    public override Tensor forward(Tensor x) => cat([.. _paths.SelectMany(path => path.Of(x))], 1);

    // The paths' modules are registered one by one.
    protected override void RegisterComponents() { }
}

/// <summary>One way through a block: a pooling or none, convolutions one after another.</summary>
internal sealed record InceptionPath(params (string Name, NormalizedConvolution Module)[] Steps)
{
    /// <summary>What comes before the convolutions; null for nothing.</summary>
    public nn.Module<Tensor, Tensor>? Pool { get; init; }

    /// <summary>Whether the last two convolutions see the same and both count.</summary>
    public bool Forks { get; init; }

    /// <summary>The maps that come out, in their order.</summary>
    public IEnumerable<Tensor> Of(Tensor x)
    {
        x = Pool is null ? x : Pool.call(x);
        foreach ((_, NormalizedConvolution module) in Forks ? Steps[..^2] : Steps)
        {
            x = module.call(x);
        }

        return Forks ? [Steps[^2].Module.call(x), Steps[^1].Module.call(x)] : [x];
    }
}
