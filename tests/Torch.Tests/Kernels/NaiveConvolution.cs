using Research.Torch.Kernels;

namespace Research.Torch.Tests.Kernels;

/// <summary>A convolution and its gradients by seven loops in double.</summary>
internal sealed record NaiveConvolution(double[] Output, double[] InputGradient, double[] WeightGradient, double[] BiasGradient)
{
    public static NaiveConvolution Of(Conv conv, float[] input, float[] weight, float[] bias, float[] gradient)
    {
        var result = new NaiveConvolution(
            new double[gradient.Length],
            new double[input.Length],
            new double[weight.Length],
            new double[bias.Length]
        );
        for (int place = 0; place < gradient.Length; place++)
        {
            int channel = place / conv.OutPixels % conv.OutChannels;
            result.Output[place] = bias[channel];
            result.BiasGradient[channel] += gradient[place];
            foreach ((int from, int by) in Taps(conv, place))
            {
                result.Output[place] += (double)input[from] * weight[by];
                result.InputGradient[from] += (double)gradient[place] * weight[by];
                result.WeightGradient[by] += (double)gradient[place] * input[from];
            }
        }

        return result;
    }

    // Which inputs an output takes in, and by which weights.
    private static IEnumerable<(int Input, int Weight)> Taps(Conv conv, int place)
    {
        (int x, int y) = (place % conv.OutWidth, place / conv.OutWidth % conv.OutHeight);
        int channel = place / conv.OutPixels % conv.OutChannels;
        int item = place / conv.OutPixels / conv.OutChannels;
        int group = channel / conv.OutPerGroup;
        for (int c = 0; c < conv.InPerGroup; c++)
        {
            for (int ky = 0; ky < conv.KernelHeight; ky++)
            {
                for (int kx = 0; kx < conv.KernelWidth; kx++)
                {
                    int row = (y * conv.StrideY) - conv.PadY + (ky * conv.DilationY);
                    int column = (x * conv.StrideX) - conv.PadX + (kx * conv.DilationX);
                    if (row >= 0 && row < conv.Height && column >= 0 && column < conv.Width)
                    {
                        int plane = (item * conv.InChannels) + (group * conv.InPerGroup) + c;
                        int weight = (((((channel * conv.InPerGroup) + c) * conv.KernelHeight) + ky) * conv.KernelWidth) + kx;
                        yield return ((((plane * conv.Height) + row) * conv.Width) + column, weight);
                    }
                }
            }
        }
    }
}
