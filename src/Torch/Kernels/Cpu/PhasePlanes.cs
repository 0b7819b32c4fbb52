using System.Runtime.CompilerServices;

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

    /// <summary>Where the run under every channel and tap begins, in the order of the kernels' values.</summary>
    public void Offsets(nint* offsets)
    {
        for (int c = 0; c < conv.InPerGroup; c++)
        {
            for (int ky = 0; ky < conv.KernelHeight; ky++)
            {
                for (int kx = 0; kx < conv.KernelWidth; kx++)
                {
                    *offsets++ = Offset(c, ky, kx);
                }
            }
        }
    }

    /// <summary>Image → planes, zeros in the padding.</summary>
    public void Fill(float* image, float* target)
    {
        for (int py = 0; py < conv.StrideY; py++)
        {
            for (int px = 0; px < conv.StrideX; px++)
            {
                for (int c = 0; c < conv.InPerGroup; c++, target += PlaneSize)
                {
                    FillPlane(image + ((long)c * conv.InPixels), target, py, px);
                }
            }
        }

        Rows.Clear(target, Pitch + Slack);
    }

    /// <summary>Planes → image, without the padding; zeros where no plane reaches.</summary>
    public void Collect(float* planes, float* image)
    {
        for (int c = 0; c < conv.InPerGroup; c++)
        {
            for (int y = 0; y < conv.Height; y++, image += conv.Width)
            {
                (int r, int py) = Math.DivRem(y + conv.PadY, conv.StrideY);
                if (r >= Height)
                {
                    Rows.Clear(image, conv.Width);
                    continue;
                }

                for (int px = 0; px < conv.StrideX; px++)
                {
                    float* plane = planes + (((((nint)((py * conv.StrideX) + px) * conv.InPerGroup) + c) * Height) + r) * Pitch;
                    CollectRow(plane, image, px);
                }
            }
        }
    }

    // Every stride-th pixel of a row, from the first that this phase has.
    private void CollectRow(float* row, float* line, int px)
    {
        int first = Inside(px);
        for (int x = (first * conv.StrideX) + px - conv.PadX; x < conv.Width; x += conv.StrideX, first++)
        {
            line[x] = first < Pitch ? row[first] : 0;
        }
    }

    // The first place of a plane's row that lies inside the image.
    private int Inside(int px) => Math.Max(0, (conv.PadX - px + conv.StrideX - 1) / conv.StrideX);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillPlane(float* image, float* plane, int py, int px)
    {
        int first = Math.Min(Pitch, Inside(px));
        int shift = (first * conv.StrideX) + px - conv.PadX;
        int count = Math.Clamp((conv.Width - shift + conv.StrideX - 1) / conv.StrideX, 0, Pitch - first);
        for (int r = 0; r < Height; r++, plane += Pitch)
        {
            int y = (r * conv.StrideY) + py - conv.PadY;
            if ((uint)y >= (uint)conv.Height)
            {
                Rows.Clear(plane, Pitch);
                continue;
            }

            Rows.Clear(plane, first);
            Rows.CopyEvery(image + ((long)y * conv.Width) + shift, conv.StrideX, plane + first, count);
            Rows.Clear(plane + first + count, Pitch - first - count);
        }
    }

    private static int Length(int outputs, int stride, int reach) => outputs + (reach / stride);
}
