using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a depth-wise convolution's input where a stride leaves pixels out: each output's gradient goes where it came from.</summary>
/// <remarks>Each pixel is one fused chain from zero over (out channel, ky, kx); places without an output are left out.</remarks>
internal static unsafe class DepthwiseScatter
{
    public static void Run(Conv conv, float* gradient, float* weight, float* input)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        Loops.Items(
            (long)conv.Batch * conv.InChannels,
            (long)conv.OutPixels * taps * conv.OutPerGroup,
            item =>
            {
                (int image, int c) = Math.DivRem(item, conv.InChannels);
                float* target = input + ((long)item * conv.InPixels);
                Rows.Clear(target, conv.InPixels);
                for (int o = c * conv.OutPerGroup; o < (c + 1) * conv.OutPerGroup; o++)
                {
                    float* source = gradient + ((((long)image * conv.OutChannels) + o) * conv.OutPixels);
                    Channel(conv, source, weight + ((long)o * taps), target);
                }
            }
        );
    }

    // Rows of output from the last, so that each pixel meets its taps in ascending order.
    private static void Channel(Conv conv, float* source, float* filter, float* target)
    {
        for (int y = conv.OutHeight - 1; y >= 0; y--)
        {
            for (int ky = 0; ky < conv.KernelHeight; ky++)
            {
                int row = (y * conv.StrideY) - conv.PadY + (ky * conv.DilationY);
                if ((uint)row < (uint)conv.Height)
                {
                    float* line = target + ((long)row * conv.Width);
                    Row(conv, source + ((long)y * conv.OutWidth), filter + (ky * conv.KernelWidth), line);
                }
            }
        }
    }

    // Outputs from the last, for the same reason.
    private static void Row(Conv conv, float* source, float* filter, float* line)
    {
        for (int i = conv.OutWidth - 1; i >= 0; i--)
        {
            for (int kx = 0; kx < conv.KernelWidth; kx++)
            {
                int x = (i * conv.StrideX) - conv.PadX + (kx * conv.DilationX);
                if ((uint)x < (uint)conv.Width)
                {
                    line[x] = Fused.MultiplyAdd(filter[kx], source[i], line[x]);
                }
            }
        }
    }
}
