using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The patches of an image as the columns of a matrix [channels·kernel, output pixels], packed without being written out.</summary>
internal readonly unsafe struct PatchPanels(Conv conv, float* image) : IPanels<float>
{
    public void Pack(int depth, int depths, int column, int live, int width, float* target)
    {
        int taps = conv.KernelHeight * conv.KernelWidth;
        for (int d = depth; d < depth + depths; d++, target += width)
        {
            (int channel, int tap) = Math.DivRem(d, taps);
            (int ky, int kx) = Math.DivRem(tap, conv.KernelWidth);
            float* plane = image + ((long)channel * conv.InPixels);
            (int y, int x) = Math.DivRem(column, conv.OutWidth);
            for (int done = 0; done < live; y++, x = 0)
            {
                int run = Math.Min(conv.OutWidth - x, live - done);
                Run(plane, (y * conv.StrideY) - conv.PadY + (ky * conv.DilationY), x, kx, target + done, run);
                done += run;
            }

            Rows.Clear(target + live, width - live);
        }
    }

    // One run of output pixels in a row, and what lies under that tap of their kernels.
    private void Run(float* plane, int row, int x, int kx, float* target, int count)
    {
        if ((uint)row >= (uint)conv.Height)
        {
            Rows.Clear(target, count);
            return;
        }

        float* source = plane + ((long)row * conv.Width);
        int first = (x * conv.StrideX) - conv.PadX + (kx * conv.DilationX);
        if (conv.StrideX != 1)
        {
            for (int i = 0; i < count; i++)
            {
                int at = first + (i * conv.StrideX);
                target[i] = (uint)at < (uint)conv.Width ? source[at] : 0;
            }

            return;
        }

        int left = Math.Clamp(-first, 0, count);
        int right = Math.Clamp(conv.Width - first, left, count);
        Rows.Clear(target, left);
        Rows.Copy(source + first + left, target + left, right - left);
        Rows.Clear(target + right, count - right);
    }
}
