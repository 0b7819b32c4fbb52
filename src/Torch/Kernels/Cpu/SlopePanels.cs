using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The output's gradient as the right factor [places of the planes, output channels]: zero where no output lies.</summary>
internal readonly unsafe struct SlopePanels(Conv conv, float* gradient, int pitch, int first) : IPanels<float>
{
    public void Pack(int depth, int depths, int column, int live, int width, float* target)
    {
        new Span<float>(target, depths * width).Clear();
        for (int j = 0; j < live; j++)
        {
            float* channel = gradient + ((long)(column + j) * conv.OutPixels);
            (int y, int x) = Math.DivRem(first + depth, pitch);
            for (int d = 0; d < depths; y++)
            {
                int count = Math.Min(conv.OutWidth - x, depths - d);
                float* source = channel + ((long)y * conv.OutWidth) + x;
                float* to = target + ((long)d * width) + j;
                for (int i = 0; i < count; i++)
                {
                    to[(long)i * width] = source[i];
                }

                (d, x) = (d + pitch - x, 0);
            }
        }
    }
}
