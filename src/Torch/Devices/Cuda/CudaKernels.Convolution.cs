using Research.Torch.Kernels;
using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    public void ConvForward(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        if (conv.IsDepthwise)
        {
            Shaped("depthwise", conv, (long)conv.Batch * conv.OutChannels * conv.OutPixels, [input, weight, bias, output]);
            return;
        }

        int columns = checked(conv.Batch * conv.OutPixels);
        int tile = TileFor(conv.OutPerGroup, columns, conv.Groups);
        Launch(
            tile == LargeTile ? "convolution128" : "convolution64",
            Parts(columns, tile),
            Parts(conv.OutPerGroup, tile),
            conv.Groups,
            [.. ShapeOf(conv), input, weight, bias, output]
        );
    }

    public void ConvInput(Conv conv, float* gradient, float* weight, float* input)
    {
        bool turns = ConvTurned.Fits(conv);
        if (conv.IsDepthwise)
        {
            long count = (long)conv.Batch * conv.InChannels * conv.InPixels;
            Shaped("depthwise_input", conv, count, [gradient, weight, input, turns ? 1 : 0]);
        }
        else if (turns)
        {
            long weights = (long)conv.OutChannels * conv.Depth;
            using var turned = new CudaRoom(place, weights * sizeof(float));
            int taps = conv.KernelHeight * conv.KernelWidth;
            Each("turn_filters", weights, weight, turned, conv.Groups, conv.OutPerGroup, conv.InPerGroup, taps);
            ConvForward(ConvTurned.Back(conv), gradient, (float*)turned.Data, null, input);
        }
        else
        {
            Launch(
                "convolution_input",
                Parts((long)conv.Batch * conv.InPixels, SmallTile),
                Parts(conv.InPerGroup, SmallTile),
                conv.Groups,
                [.. ShapeOf(conv), gradient, weight, input]
            );
        }
    }

    public void ConvWeight(Conv conv, float* input, float* gradient, float* weight)
    {
        long weights = (long)conv.OutChannels * conv.Depth;
        if (conv.IsDepthwise)
        {
            DepthwiseWeights(conv, input, gradient, weight, weights);
            return;
        }

        // Images side by side, as many as there is room for, added in order.
        int together = (int)Math.Clamp(MostPartialBytes / (weights * sizeof(float)), 1, conv.Batch);
        using var sums = new CudaRoom(place, weights * together * sizeof(float));
        for (int first = 0; first < conv.Batch; first += together)
        {
            int count = Math.Min(together, conv.Batch - first);
            Launch(
                "convolution_weight",
                Parts(conv.Depth, SmallTile),
                Parts(conv.OutPerGroup, SmallTile),
                conv.Groups * count,
                [
                    .. ShapeOf(conv),
                    input + ((long)first * conv.InChannels * conv.InPixels),
                    gradient + ((long)first * conv.OutChannels * conv.OutPixels),
                    sums,
                    1,
                ]
            );
            Each("add_images", weights, sums, weight, weights, count, first > 0 ? 1 : 0);
        }
    }

    private void DepthwiseWeights(Conv conv, float* input, float* gradient, float* weight, long weights)
    {
        long lines = weights * conv.Batch;
        long blocks = Blocks(conv.OutPixels);
        using var partial = new CudaRoom(place, lines * blocks * sizeof(double));
        Argument[] arguments = [.. ShapeOf(conv), input, gradient, partial, lines, (long)conv.OutPixels, blocks];
        Lines("depthwise_weight_blocks", lines * blocks, arguments);
        Totals(partial, weight, weights, blocks, lines: conv.Batch, itemStride: conv.Batch, lineStride: 1, divisor: 1);
    }

    private void Shaped(string kernel, Conv conv, long count, ReadOnlySpan<Argument> own) =>
        Each(kernel, count, [.. ShapeOf(conv), .. own]);

    private static Argument[] ShapeOf(Conv conv) =>
        [
            conv.Batch,
            conv.InChannels,
            conv.Height,
            conv.Width,
            conv.OutChannels,
            conv.KernelHeight,
            conv.KernelWidth,
            conv.StrideY,
            conv.StrideX,
            conv.PadY,
            conv.PadX,
            conv.DilationY,
            conv.DilationX,
            conv.Groups,
            conv.OutHeight,
            conv.OutWidth,
        ];
}
