using Research.Data;
using Research.Numerics;

namespace Research.Features.Images;

/// <summary>Pictures of other sizes by a triangle filter, in whole numbers: the same bytes on every machine.</summary>
/// <remarks>
/// <para>A pixel that comes out is the mean of those around its place with weights that fall linearly to 0 one pixel away (of the larger of both grids, so that
/// shrinking does not alias); the width first, then the height, each rounded to bytes. Weights are multiples of 2⁻²².</para>
/// <para>Source: Pillow's BILINEAR, which torchvision's Resize calls. Oracle: Pillow 9.4.0, equal bytes.</para>
/// </remarks>
public static class PictureResize
{
    private const int LargestSide = 1 << 13;
    private const int WeightBits = 22;

    /// <exception cref="SettingsException">A side is below 1 or above 8,192.</exception>
    public static Image Of(Image image, int height, int width)
    {
        if (height is < 1 or > LargestSide || width is < 1 or > LargestSide)
        {
            throw new SettingsException($"A picture of {height} × {width} pixels: sides of 1 to {LargestSide} are possible.");
        }

        Image wide = width == image.Width ? image : Rows(image, width);
        return height == image.Height ? wide : Columns(wide, height);
    }

    // Each row to another length.
    private static Image Rows(Image image, int width)
    {
        Taps[] taps = TapsOf(image.Width, width);
        int channels = image.Channels;
        byte[] bytes = new byte[image.Height * width * channels];
        for (int i = 0; i < bytes.Length; i++)
        {
            (int y, int x, int c) = (i / channels / width, i / channels % width, i % channels);
            bytes[i] = Sum(image.Bytes, (((y * image.Width) + taps[x].First) * channels) + c, channels, taps[x].Weights);
        }

        return new Image(image.Height, width, channels, bytes);
    }

    private static Image Columns(Image image, int height)
    {
        Taps[] taps = TapsOf(image.Height, height);
        int row = image.Width * image.Channels;
        byte[] bytes = new byte[height * row];
        for (int i = 0; i < bytes.Length; i++)
        {
            (int y, int place) = (i / row, i % row);
            bytes[i] = Sum(image.Bytes, (taps[y].First * row) + place, row, taps[y].Weights);
        }

        return new Image(height, image.Width, image.Channels, bytes);
    }

    private static byte Sum(byte[] from, int first, int step, int[] weights)
    {
        int sum = 1 << (WeightBits - 1);
        for (int k = 0; k < weights.Length; k++)
        {
            sum += from[first + (k * step)] * weights[k];
        }

        return (byte)Math.Clamp(sum >> WeightBits, 0, byte.MaxValue);
    }

    // Which pixels of a line count for each that comes out, and how much.
    private static Taps[] TapsOf(int ins, int outs)
    {
        double scale = (double)ins / outs;
        double reach = Math.Max(scale, 1);
        return
        [
            .. Enumerable
                .Range(0, outs)
                .Select(x =>
                {
                    double center = (x + 0.5) * scale;
                    int first = Math.Max(0, (int)(center - reach + 0.5));
                    int end = Math.Min(ins, (int)(center + reach + 0.5));
                    return new Taps(first, Weights(first, end, center, reach));
                }),
        ];
    }

    private static int[] Weights(int first, int end, double center, double reach)
    {
        double inverse = 1 / reach;
        double[] weights =
        [
            .. Enumerable.Range(first, end - first).Select(i => Math.Max(0, 1 - Math.Abs((i - center + 0.5) * inverse))),
        ];
        double inverseSum = 1 / OrderedSum.Of(weights);
        return [.. weights.Select(weight => (int)(0.5 + (weight * inverseSum * (1 << WeightBits))))];
    }

    private sealed record Taps(int First, int[] Weights);
}
