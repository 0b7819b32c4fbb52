using Research.Numerics;
using Research.Torch.Kernels;

namespace Research.Torch.Tests.Orders;

/// <summary>A convolution and its gradients by plain loops, in the orders of docs/torch.md.</summary>
internal static class PlainConvolution
{
    private const int Positions = 256;

    public static float[] Forward(Conv conv, float[] input, float[] weight, float[]? bias)
    {
        var output = new float[conv.Batch * conv.OutChannels * conv.OutPixels];
        int taps = conv.KernelHeight * conv.KernelWidth;
        for (int i = 0; i < output.Length; i++)
        {
            (int image, int o, int y, int x) = Split(i, conv.OutChannels, conv.OutHeight, conv.OutWidth);
            int first = o / conv.OutPerGroup * conv.InPerGroup;
            float start = bias is null ? 0 : bias[o];
            float? Under(int k) => Pixel(conv, input, image, first + (k / taps), y, x, k % taps);
            float Weight(int k) => weight[(o * conv.Depth) + k];
            output[i] = conv.IsDepthwise
                ? Chain(start, Enumerable.Range(0, taps).Select(k => (Weight(k), Under(k))))
                : PlainSums.Product(start, conv.Depth, Weight, k => Under(k) ?? 0);
        }

        return output;
    }

    public static float[] InputGradient(Conv conv, float[] gradient, float[] weight)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        if (!conv.IsDepthwise && Turned(conv) is { } back)
        {
            var turned = new float[weight.Length];
            for (int i = 0; i < weight.Length; i++)
            {
                (int o, int c, int tap) = (i / conv.Depth, i / taps % conv.InPerGroup, i % taps);
                (int group, int own) = (o / conv.OutPerGroup, o % conv.OutPerGroup);
                turned[(((((group * conv.InPerGroup) + c) * conv.OutPerGroup) + own) * taps) + taps - 1 - tap] = weight[i];
            }

            return Forward(back, gradient, turned, null);
        }

        var result = new float[conv.Batch * conv.InChannels * conv.InPixels];
        for (int i = 0; i < result.Length; i++)
        {
            (int image, int channel, int y, int x) = Split(i, conv.InChannels, conv.Height, conv.Width);
            (int group, int c) = (channel / conv.InPerGroup, channel % conv.InPerGroup);
            float? Slope(int own, int tap) => Output(conv, gradient, image, (group * conv.OutPerGroup) + own, y, x, tap);
            float Weight(int own, int tap) => weight[((((group * conv.OutPerGroup) + own) * conv.InPerGroup) + c) * taps + tap];
            if (conv.IsDepthwise)
            {
                IEnumerable<int> places = Enumerable.Range(0, conv.OutPerGroup * taps);
                result[i] = Chain(0, places.Select(k => (Weight(k / taps, k % taps), Slope(k / taps, k % taps))));
                continue;
            }

            for (int tap = 0; tap < taps; tap++)
            {
                if (Slope(0, tap) is not null)
                {
                    result[i] += PlainSums.Product(0, conv.OutPerGroup, own => Weight(own, tap), own => Slope(own, tap)!.Value);
                }
            }
        }

        return result;
    }

    public static float[] WeightGradient(Conv conv, float[] input, float[] gradient)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        var result = new float[conv.OutChannels * conv.Depth];
        for (int i = 0; i < result.Length; i++)
        {
            (int o, int c, int tap) = (i / conv.Depth, i / taps % conv.InPerGroup, i % taps);
            int channel = (o / conv.OutPerGroup * conv.InPerGroup) + c;
            float? X(int image, int at) => Pixel(conv, input, image, channel, at / conv.OutWidth, at % conv.OutWidth, tap);
            float Slope(int image, int at) => gradient[(((image * conv.OutChannels) + o) * conv.OutPixels) + at];
            result[i] = conv.IsDepthwise ? Lines(conv, X, Slope) : Blocks(conv, X, Slope);
        }

        return result;
    }

    // Blocks of 256 positions, the blocks of an image, the images: each from zero.
    private static float Blocks(Conv conv, Func<int, int, float?> x, Func<int, int, float> slope)
    {
        float total = 0;
        for (int image = 0; image < conv.Batch; image++)
        {
            float sum = 0;
            for (int first = 0; first < conv.OutPixels; first += Positions)
            {
                float partial = 0;
                for (int at = first; at < Math.Min(first + Positions, conv.OutPixels); at++)
                {
                    partial = Fused.MultiplyAdd(x(image, at) ?? 0, slope(image, at), partial);
                }

                sum += partial;
            }

            total += sum;
        }

        return total;
    }

    // One line sum for each image, in which padding counts as zeros.
    private static float Lines(Conv conv, Func<int, int, float?> x, Func<int, int, float> slope)
    {
        double sum = 0;
        for (int image = 0; image < conv.Batch; image++)
        {
            int own = image;
            sum += PlainSums.Line(conv.OutPixels, (at, lane) => Fused.MultiplyAdd(slope(own, at), x(own, at) ?? 0, lane));
        }

        return (float)sum;
    }

    private static float Chain(float start, IEnumerable<(float Weight, float? Value)> products) =>
        products.Aggregate(start, (sum, p) => p.Value is { } value ? Fused.MultiplyAdd(p.Weight, value, sum) : sum);

    // The convolution that the gradient of the input is, for stride 1 and padding within the kernel's reach.
    private static Conv? Turned(Conv conv)
    {
        int padY = (conv.DilationY * (conv.KernelHeight - 1)) - conv.PadY;
        int padX = (conv.DilationX * (conv.KernelWidth - 1)) - conv.PadX;
        return conv is not { StrideX: 1, StrideY: 1 } || padY < 0 || padX < 0
            ? null
            : conv with
            {
                InChannels = conv.OutChannels,
                OutChannels = conv.InChannels,
                Height = conv.OutHeight,
                Width = conv.OutWidth,
                OutHeight = conv.Height,
                OutWidth = conv.Width,
                PadY = padY,
                PadX = padX,
            };
    }

    // The pixel under a tap of an output, or null in the padding.
    private static float? Pixel(Conv conv, float[] input, int image, int channel, int y, int x, int tap)
    {
        int row = (y * conv.StrideY) - conv.PadY + (tap / conv.KernelWidth * conv.DilationY);
        int column = (x * conv.StrideX) - conv.PadX + (tap % conv.KernelWidth * conv.DilationX);
        bool inside = row >= 0 && row < conv.Height && column >= 0 && column < conv.Width;
        return inside ? input[(((((image * conv.InChannels) + channel) * conv.Height) + row) * conv.Width) + column] : null;
    }

    // The output that sees a pixel under a tap, or null.
    private static float? Output(Conv conv, float[] gradient, int image, int channel, int y, int x, int tap)
    {
        int row = y + conv.PadY - (tap / conv.KernelWidth * conv.DilationY);
        int column = x + conv.PadX - (tap % conv.KernelWidth * conv.DilationX);
        if (row < 0 || column < 0 || row % conv.StrideY != 0 || column % conv.StrideX != 0)
        {
            return null;
        }

        (row, column) = (row / conv.StrideY, column / conv.StrideX);
        bool inside = row < conv.OutHeight && column < conv.OutWidth;
        return inside
            ? gradient[(((((image * conv.OutChannels) + channel) * conv.OutHeight) + row) * conv.OutWidth) + column]
            : null;
    }

    private static (int Image, int Channel, int Y, int X) Split(int i, int channels, int height, int width) =>
        (i / width / height / channels, i / width / height % channels, i / width % height, i % width);
}
