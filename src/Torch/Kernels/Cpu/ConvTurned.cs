namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a convolution's input, for stride 1: a convolution of the output's gradient with the kernels turned round.</summary>
internal static unsafe class ConvTurned
{
    public static bool Fits(Conv conv) =>
        conv is { StrideX: 1, StrideY: 1 }
        && conv.PadY <= conv.DilationY * (conv.KernelHeight - 1)
        && conv.PadX <= conv.DilationX * (conv.KernelWidth - 1);

    public static void Run(CpuKernels kernels, Conv conv, float* gradient, float* weight, float* input)
    {
        using var turned = new Scratch((long)conv.OutChannels * conv.Depth);
        Turn(conv, weight, turned.Data);
        kernels.ConvForward(Back(conv), gradient, turned.Data, null, input);
    }

    /// <summary>The convolution that takes gradients of outputs to gradients of inputs.</summary>
    public static Conv Back(Conv conv) =>
        conv with
        {
            InChannels = conv.OutChannels,
            OutChannels = conv.InChannels,
            Height = conv.OutHeight,
            Width = conv.OutWidth,
            OutHeight = conv.Height,
            OutWidth = conv.Width,
            PadY = (conv.DilationY * (conv.KernelHeight - 1)) - conv.PadY,
            PadX = (conv.DilationX * (conv.KernelWidth - 1)) - conv.PadX,
        };

    // [groups, out, in, taps] → [groups, in, out, taps backwards]
    private static void Turn(Conv conv, float* weight, float* turned)
    {
        (int outs, int ins, int taps) = (conv.OutPerGroup, conv.InPerGroup, conv.KernelHeight * conv.KernelWidth);
        for (int g = 0; g < conv.Groups; g++)
        {
            for (int o = 0; o < outs; o++)
            {
                for (int c = 0; c < ins; c++)
                {
                    float* from = weight + (((((long)g * outs) + o) * ins) + c) * taps;
                    float* to = turned + (((((long)g * ins) + c) * outs) + o) * taps;
                    for (int t = 0; t < taps; t++)
                    {
                        to[t] = from[taps - 1 - t];
                    }
                }
            }
        }
    }
}
