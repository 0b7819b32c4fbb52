using Research.Models.Networks.Convolutional;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>A convolutional network over windows of pictures: a random one of each item in training, the mean over all in evaluation.</summary>
public sealed class PictureNetwork : IItemNetwork
{
    private const int EvaluationBatch = 64; // windows

    private readonly Windows _windows;
    private readonly Masking? _masking;

    /// <param name="masking">Changes in training; null for none.</param>
    /// <param name="seed">Of the first weights.</param>
    public PictureNetwork(Windows windows, int outputs, ConvolutionSettings settings, Masking? masking, ulong seed)
    {
        (_windows, _masking) = (windows, masking);
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        Network = new ConvolutionalNet(windows.Frames, windows.Bands, outputs, settings);
    }

    public ConvolutionalNet Network { get; }

    public nn.Module Module => Network;

    /// <summary>Bands of the pictures.</summary>
    public int Bands => _windows.Bands;

    public (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items)
    {
        int[] order = items.ToArray();
        Tensor pictures = _windows.Drawn(order);
        return (Network.call(_masking is null ? pictures : _masking.Of(pictures)), order);
    }

    public float[][] Outputs(IReadOnlyList<int> items) => Means(items, Network.call);

    /// <summary>What the linear layer sees of each item, the mean over its windows.</summary>
    public float[][] Summaries(IReadOnlyList<int> items) => Means(items, Network.Summary);

    public void Dispose() => Network.Dispose();

    private float[][] Means(IReadOnlyList<int> items, Func<Tensor, Tensor> outputs)
    {
        (int Item, int Start)[] windows = [.. items.SelectMany(item => _windows.Starts(item).Select(start => (item, start)))];
        float[][] each = [.. windows.Chunk(EvaluationBatch).SelectMany(part => Of(part, outputs))];
        var means = new float[items.Count][];
        int first = 0;
        for (int i = 0; i < items.Count; i++)
        {
            int count = _windows.Starts(items[i]).Count;
            ArraySegment<float[]> own = new(each, first, count);
            means[i] =
            [
                .. Enumerable.Range(0, own[0].Length).Select(k => (float)OrderedSum.Mean([.. own.Select(row => (double)row[k])])),
            ];
            first += count;
        }

        return means;
    }

    private IEnumerable<float[]> Of((int Item, int Start)[] windows, Func<Tensor, Tensor> outputs)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        Tensor values = outputs(
            _windows.At([.. windows.Select(window => window.Item)], [.. windows.Select(window => window.Start)])
        );
        return values.data<float>().ToArray().Chunk((int)values.shape[1]);
    }
}
