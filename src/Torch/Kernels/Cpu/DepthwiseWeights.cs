namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a depth-wise convolution's kernels.</summary>
/// <remarks>For each image a line sum (<see cref="LineSums"/>) of gradient·pixel over its outputs in raster order, the padding as zeros; images
/// are added in double, in order, and rounded once.</remarks>
internal static unsafe class DepthwiseWeights
{
    private const int ChannelsAtOnce = 8;

    public static void Run(Conv conv, float* input, float* gradient, float* weight)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        Loops.Groups(
            conv.OutChannels,
            (long)conv.OutPixels * taps * conv.Batch,
            ChannelsAtOnce,
            (first, end) =>
            {
                using var patches = new TapPatches(conv);
                double[] sums = new double[taps];
                for (int o = first; o < end; o++)
                {
                    Array.Clear(sums);
                    for (int image = 0; image < conv.Batch; image++)
                    {
                        long channel = ((long)image * conv.InChannels) + (o / conv.OutPerGroup);
                        patches.Read(input + (channel * conv.InPixels));
                        patches.Add(gradient + ((((long)image * conv.OutChannels) + o) * conv.OutPixels), sums);
                    }

                    for (int tap = 0; tap < taps; tap++)
                    {
                        weight[((long)o * taps) + tap] = (float)sums[tap];
                    }
                }
            }
        );
    }
}
