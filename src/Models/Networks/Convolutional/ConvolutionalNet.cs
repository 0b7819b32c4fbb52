using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Convolutional;

/// <summary>A convolutional network over pictures such as spectrograms: blocks, dropout, one linear layer.</summary>
/// <remarks>The blocks' weights are "features.0", "features.1", …; those of the linear layer "output".</remarks>
public sealed class ConvolutionalNet : nn.Module<Tensor, Tensor>
{
    /// <summary>Path of the blocks, for freezing.</summary>
    public const string FeaturesPath = "features";

    private readonly Sequential features;
    private readonly Dropout dropout;
    private readonly Linear output;
    private readonly ConvolutionBlock[] _blocks;
    private readonly MapSummary _summary;

    /// <param name="frames">Frames of a picture.</param>
    /// <param name="bands">Bands of a picture.</param>
    /// <param name="outputs">Classes or values.</param>
    /// <exception cref="SettingsException">Blocks and pools contradict each other, or nothing is left of so small a picture.</exception>
    public ConvolutionalNet(int frames, int bands, int outputs, ConvolutionSettings settings)
        : base(nameof(ConvolutionalNet))
    {
        settings.Check();
        _blocks =
        [
            .. settings.Channels.Select(
                (outs, k) => new ConvolutionBlock(k == 0 ? 1 : settings.Channels[k - 1], outs, settings.Kernel, settings.Pools[k])
            ),
        ];
        int left =
            settings.Pools.Aggregate(frames, (size, pool) => size / pool.Frames)
            * settings.Pools.Aggregate(bands, (size, pool) => size / pool.Bands);
        if (left < 1)
        {
            throw new SettingsException(
                $"A picture of {frames} frames and {bands} bands is pooled away by {settings.Pools.Count} blocks: pool less, or use longer pictures."
            );
        }

        _summary = settings.Summary;
        features = nn.Sequential(_blocks);
        dropout = nn.Dropout(settings.Dropout);
        int each = _summary switch
        {
            MapSummary.All => left,
            MapSummary.Mean => 1,
            _ => 2,
        };
        output = nn.Linear(settings.Channels[^1] * each, outputs);
        RegisterComponents();
    }

    /// <summary>[batch, 1, frames, bands] to [batch, outputs].</summary>
    public override Tensor forward(Tensor x) => output.call(dropout.call(Summary(x)));

    /// <summary>What the linear layer sees of pictures, [batch, values].</summary>
    public Tensor Summary(Tensor x)
    {
        Tensor maps = features.call(x);
        return _summary switch
        {
            MapSummary.All => maps.flatten(1),
            MapSummary.Mean => maps.mean([2, 3]),
            _ => cat([maps.mean([2, 3]), maps.amax([2, 3])], 1),
        };
    }

    /// <summary>What comes out of each block.</summary>
    public IReadOnlyList<Tensor> Activations(Tensor x)
    {
        var maps = new List<Tensor>();
        foreach (ConvolutionBlock block in _blocks)
        {
            maps.Add(x = block.call(x));
        }

        return maps;
    }

    /// <summary>The filters of a block, [outs, ins, side, side].</summary>
    public Tensor Filters(int block) => _blocks[block].Filters;

    /// <summary>Takes the blocks of another network of the same settings, with the statistics of their normalizations.</summary>
    /// <exception cref="ArgumentException">Its blocks are others.</exception>
    public void TakeFeatures(ConvolutionalNet other)
    {
        using var weights = new MemoryStream();
        using (var writer = new BinaryWriter(weights, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            other.features.save(writer);
        }

        weights.Position = 0;
        using var reader = new BinaryReader(weights);
        features.load(reader);
    }
}
