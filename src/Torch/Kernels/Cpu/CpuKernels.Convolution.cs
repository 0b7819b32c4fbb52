using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void ConvForward(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        if (conv.IsDepthwise)
        {
            Depthwise.Forward(conv, input, weight, bias, output);
            return;
        }

        ImagesAndGroups(conv, (image, group) => ConvIndirect.Run(conv, input, weight, bias, output, image, group));
    }

    public void ConvInput(Conv conv, float* gradient, float* weight, float* input)
    {
        if (conv.IsDepthwise)
        {
            Depthwise.Input(conv, gradient, weight, input);
        }
        else if (ConvTurned.Fits(conv))
        {
            ConvTurned.Run(this, conv, gradient, weight, input);
        }
        else
        {
            ImagesAndGroups(conv, (image, group) => ConvScatter.Run(conv, gradient, weight, input, image, group));
        }
    }

    public void ConvWeight(Conv conv, float* input, float* gradient, float* weight)
    {
        if (conv.IsDepthwise)
        {
            Depthwise.Weight(conv, input, gradient, weight);
        }
        else
        {
            ConvFilters.Run(conv, input, gradient, weight);
        }
    }

    // Many images side by side; of few, the products themselves are divided.
    private static void ImagesAndGroups(Conv conv, Action<long, int> body)
    {
        int items = conv.Batch * conv.Groups;
        if (items < 2 * ParallelLoop.Threads)
        {
            for (int i = 0; i < items; i++)
            {
                body(i / conv.Groups, i % conv.Groups);
            }

            return;
        }

        ParallelLoop.For(items, i => body(i / conv.Groups, i % conv.Groups));
    }
}
