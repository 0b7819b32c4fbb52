using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>Pictures of several lengths as windows of one length.</summary>
/// <remarks>A picture shorter than a window is followed by zeros: standardise first.</remarks>
public sealed class Windows
{
    private readonly float[][] _values;

    /// <param name="pictures">[frames, bands] each; one count of bands.</param>
    /// <exception cref="ResearchException">A value is no finite number.</exception>
    public Windows(IReadOnlyList<Matrix> pictures, int frames)
    {
        foreach (Matrix picture in pictures)
        {
            FiniteNumbers.Check(picture);
        }

        (Frames, Bands) = (frames, pictures[0].Columns);
        _values = [.. pictures.Select(picture => Array.ConvertAll(picture.Values.ToArray(), value => (float)value))];
    }

    public int Frames { get; }

    public int Bands { get; }

    /// <summary>Where the windows of an item start, end to end; what is left at the end is not looked at.</summary>
    public IReadOnlyList<int> Starts(int item) =>
        [.. Enumerable.Range(0, Math.Max(1, FramesOf(item) / Frames)).Select(w => w * Frames)];

    /// <summary>A window of each item, each place equally likely.</summary>
    public Tensor Drawn(int[] items)
    {
        float[] places = rand(items.Length).data<float>().ToArray();
        return At(items, [.. items.Select((item, i) => (int)(places[i] * (Math.Max(0, FramesOf(item) - Frames) + 1)))]);
    }

    /// <summary>Those windows, [items, 1, frames, bands].</summary>
    public Tensor At(IReadOnlyList<int> items, IReadOnlyList<int> starts)
    {
        int size = Frames * Bands;
        float[] batch = new float[items.Count * size];
        for (int i = 0; i < items.Count; i++)
        {
            ReadOnlySpan<float> rest = _values[items[i]].AsSpan(starts[i] * Bands);
            rest[..Math.Min(size, rest.Length)].CopyTo(batch.AsSpan(i * size));
        }

        return tensor(batch, [items.Count, 1, Frames, Bands]);
    }

    private int FramesOf(int item) => _values[item].Length / Bands;
}
