namespace Research.Torch.Kernels.Cpu;

/// <summary>Convolutions in which each output channel reads one input channel: too thin for products, done row by row.</summary>
internal static unsafe class Depthwise
{
    public static void Forward(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        Loops.Items(
            (long)conv.Batch * conv.OutChannels,
            (long)conv.OutPixels * taps,
            item =>
            {
                (int image, int o) = Math.DivRem(item, conv.OutChannels);
                float* source = input + ((((long)image * conv.InChannels) + (o / conv.OutPerGroup)) * conv.InPixels);
                float* target = output + ((long)item * conv.OutPixels);
                new Span<float>(target, conv.OutPixels).Fill(bias == null ? 0 : bias[o]);
                ForEachRun(
                    conv,
                    (tap, from, to, count) =>
                        Scaled(source + from, conv.StrideX, weight[((long)o * taps) + tap], target + to, 1, count)
                );
            }
        );
    }

    public static void Input(Conv conv, float* gradient, float* weight, float* input)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        Loops.Items(
            (long)conv.Batch * conv.InChannels,
            (long)conv.OutPixels * taps * conv.OutPerGroup,
            item =>
            {
                (int image, int c) = Math.DivRem(item, conv.InChannels);
                float* target = input + ((long)item * conv.InPixels);
                new Span<float>(target, conv.InPixels).Clear();
                for (int o = c * conv.OutPerGroup; o < (c + 1) * conv.OutPerGroup; o++)
                {
                    float* source = gradient + ((((long)image * conv.OutChannels) + o) * conv.OutPixels);
                    float* filter = weight + ((long)o * taps);
                    ForEachRun(
                        conv,
                        (tap, from, to, count) => Scaled(source + to, 1, filter[tap], target + from, conv.StrideX, count)
                    );
                }
            }
        );
    }

    public static void Weight(Conv conv, float* input, float* gradient, float* weight)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        Loops.Items(
            conv.OutChannels,
            (long)conv.OutPixels * taps * conv.Batch,
            o =>
            {
                double[] sums = new double[taps];
                for (int image = 0; image < conv.Batch; image++)
                {
                    float* source = input + ((((long)image * conv.InChannels) + (o / conv.OutPerGroup)) * conv.InPixels);
                    float* slopes = gradient + ((((long)image * conv.OutChannels) + o) * conv.OutPixels);
                    ForEachRun(conv, (tap, from, to, count) => sums[tap] += Dot(source + from, conv.StrideX, slopes + to, count));
                }

                for (int tap = 0; tap < taps; tap++)
                {
                    weight[((long)o * taps) + tap] = (float)sums[tap];
                }
            }
        );
    }

    // For each output row and tap: the outputs that see a pixel there, and where both begin.
    private static void ForEachRun(Conv conv, Action<int, long, long, int> body)
    {
        for (int y = 0; y < conv.OutHeight; y++)
        {
            for (int ky = 0; ky < conv.KernelHeight; ky++)
            {
                int row = (y * conv.StrideY) - conv.PadY + (ky * conv.DilationY);
                if ((uint)row >= (uint)conv.Height)
                {
                    continue;
                }

                for (int kx = 0; kx < conv.KernelWidth; kx++)
                {
                    int shift = (kx * conv.DilationX) - conv.PadX;
                    int first = shift >= 0 ? 0 : (-shift + conv.StrideX - 1) / conv.StrideX;
                    int last = conv.Width - 1 - shift < 0 ? -1 : (conv.Width - 1 - shift) / conv.StrideX;
                    int count = Math.Min(last, conv.OutWidth - 1) - first + 1;
                    if (count > 0)
                    {
                        long from = ((long)row * conv.Width) + (first * conv.StrideX) + shift;
                        body((ky * conv.KernelWidth) + kx, from, ((long)y * conv.OutWidth) + first, count);
                    }
                }
            }
        }
    }

    private static void Scaled(float* source, int sourceStep, float weight, float* target, int targetStep, int count)
    {
        if (sourceStep == 1 && targetStep == 1)
        {
            Rows.AddScaled(source, weight, target, count);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            target[i * targetStep] += weight * source[i * sourceStep];
        }
    }

    private static double Dot(float* source, int step, float* slopes, int count)
    {
        if (step == 1)
        {
            return LineSums.Product(slopes, source, 0, count);
        }

        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += source[i * step] * slopes[i];
        }

        return sum;
    }
}
