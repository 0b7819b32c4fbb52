namespace Research.Torch.Kernels.Cpu;

/// <summary>A padded image split by the phases of the stride: plane (py, px) holds the pixels (y·sy + py, x·sx + px).</summary>
internal readonly unsafe struct PhasePlanes(Conv conv)
{
    private const int Slack = Numerics.LinearAlgebra.IndirectGemm.ReadsPastEnd;

    /// <summary>Values in a row of a plane.</summary>
    public int Pitch { get; } = Length(conv.OutWidth, conv.StrideX, conv.DilationX * (conv.KernelWidth - 1));

    private int Height { get; } = Length(conv.OutHeight, conv.StrideY, conv.DilationY * (conv.KernelHeight - 1));

    public nint PlaneSize => (nint)Pitch * Height;

    public long Floats => ((long)PlaneSize * conv.InPerGroup * conv.StrideY * conv.StrideX) + Pitch + Slack;

    /// <summary>Where the run under a tap begins.</summary>
    public nint Offset(int channel, int ky, int kx)
    {
        (int y, int py) = Math.DivRem(ky * conv.DilationY, conv.StrideY);
        (int x, int px) = Math.DivRem(kx * conv.DilationX, conv.StrideX);
        return (((((nint)((py * conv.StrideX) + px) * conv.InPerGroup) + channel) * Height) + y) * Pitch + x;
    }

    public void Fill(float* image, float* target)
    {
        new Span<float>(target, checked((int)Floats)).Clear();
        for (int py = 0; py < conv.StrideY; py++)
        {
            for (int px = 0; px < conv.StrideX; px++)
            {
                for (int c = 0; c < conv.InPerGroup; c++)
                {
                    float* plane = target + (((nint)((py * conv.StrideX) + px) * conv.InPerGroup) + c) * PlaneSize;
                    FillPlane(image + ((long)c * conv.InPixels), plane, py, px);
                }
            }
        }
    }

    private void FillPlane(float* image, float* plane, int py, int px)
    {
        for (int r = 0; r < Height; r++)
        {
            int y = (r * conv.StrideY) + py - conv.PadY;
            if ((uint)y >= (uint)conv.Height)
            {
                continue;
            }

            float* line = image + ((long)y * conv.Width);
            float* target = plane + ((long)r * Pitch);
            if (conv.StrideX == 1)
            {
                int count = Math.Min(conv.Width, Pitch - conv.PadX);
                Rows.Copy(line, target + conv.PadX, count);
                continue;
            }

            for (int i = 0; i < Pitch; i++)
            {
                int x = (i * conv.StrideX) + px - conv.PadX;
                target[i] = (uint)x < (uint)conv.Width ? line[x] : 0;
            }
        }
    }

    private static int Length(int outputs, int stride, int reach) => outputs + (reach / stride);
}
