using Research.Torch.Memory;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Where the run under each channel and tap begins in an image's planes, and where each output's pixel is in a run.</summary>
internal sealed unsafe class FilterTables : IDisposable
{
    private readonly HostBlock _block;

    public FilterTables(Conv conv)
    {
        var planes = new PhasePlanes(conv);
        _block = new HostBlock((conv.Depth + (long)conv.OutPixels) * sizeof(nint));
        planes.Offsets(Rows);
        Places = Rows + conv.Depth;
        for (int y = 0; y < conv.OutHeight; y++)
        {
            for (int x = 0; x < conv.OutWidth; x++)
            {
                Places[(y * conv.OutWidth) + x] = ((nint)y * planes.Pitch) + x;
            }
        }
    }

    public nint* Rows => (nint*)_block.Data;

    public nint* Places { get; }

    public void Dispose() => _block.Release();
}
