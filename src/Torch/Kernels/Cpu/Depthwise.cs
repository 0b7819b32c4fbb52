namespace Research.Torch.Kernels.Cpu;

/// <summary>Convolutions in which each output channel reads one input channel: too thin for products, done tap by tap.</summary>
/// <remarks>
/// An output is one fused chain from the bias over (ky, kx), a gradient of the input one from zero over (out channel, ky, kx). The padding,
/// and for a stride of 1 places without an output, are multiplied in as zeros.
/// </remarks>
internal static unsafe class Depthwise
{
    private const int ChannelsAtOnce = 8;

    public static void Forward(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        Conv one = OneChannel(conv);
        int taps = conv.KernelHeight * conv.KernelWidth;
        Channels(
            conv,
            (first, end) =>
            {
                using var maps = new TapMaps(one);
                for (int item = first; item < end; item++)
                {
                    maps.Read(input + ((long)item * conv.InPixels));
                    for (int o = item * conv.OutPerGroup; o < (item + 1) * conv.OutPerGroup; o++)
                    {
                        int channel = o % conv.OutChannels;
                        float start = bias == null ? 0 : bias[channel];
                        maps.Write(weight + ((long)channel * taps), start, output + ((long)o * conv.OutPixels));
                    }
                }
            }
        );
    }

    public static void Input(Conv conv, float* gradient, float* weight, float* input)
    {
        if (!ConvTurned.Fits(conv))
        {
            DepthwiseScatter.Run(conv, gradient, weight, input);
            return;
        }

        Conv back = ConvTurned.Back(OneChannel(conv));
        int taps = conv.KernelHeight * conv.KernelWidth;
        Channels(
            conv,
            (first, end) =>
            {
                using var maps = new TapMaps(back);
                maps.Turn();
                for (int item = first; item < end; item++)
                {
                    for (int i = 0; i < conv.OutPerGroup; i++)
                    {
                        int o = (item * conv.OutPerGroup) + i;
                        float* filter = weight + ((long)(o % conv.OutChannels) * taps);
                        maps.Read(gradient + ((long)o * conv.OutPixels));
                        maps.Write(filter, i == 0 ? 0 : null, input + ((long)item * conv.InPixels));
                    }
                }
            }
        );
    }

    // Input channels of all images; the outputs of channel i of all are i·OutPerGroup and those after it.
    private static void Channels(Conv conv, Action<int, int> body) =>
        Loops.Groups(
            (long)conv.Batch * conv.InChannels,
            (long)conv.OutPixels * conv.KernelHeight * conv.KernelWidth * conv.OutPerGroup,
            ChannelsAtOnce,
            body
        );

    private static Conv OneChannel(Conv conv) => conv with { Batch = 1, InChannels = 1, OutChannels = 1, Groups = 1 };
}
