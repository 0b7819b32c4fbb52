namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void ConvForward(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        if (conv.IsDepthwise)
        {
            Depthwise.Forward(conv, input, weight, bias, output);
        }
        else if (ConvIndirect.Fits(conv))
        {
            Images.AndGroups(conv, (image, group) => ConvIndirect.Run(conv, input, weight, bias, output, image, group));
        }
        else
        {
            ConvPatches.Run(conv, input, weight, bias, output);
        }
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
            Images.AndGroups(conv, (image, group) => ConvScatter.Run(conv, gradient, weight, input, image, group));
        }
    }

    public void ConvWeight(Conv conv, float* input, float* gradient, float* weight)
    {
        if (conv.IsDepthwise)
        {
            DepthwiseWeights.Run(conv, input, gradient, weight);
        }
        else
        {
            ConvFilters.Run(conv, input, gradient, weight);
        }
    }
}
