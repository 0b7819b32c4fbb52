using Research.Torch.Memory;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Room that a kernel needs while it runs, from the pool.</summary>
internal readonly unsafe ref struct Scratch
{
    private readonly HostBlock _block;

    public Scratch(long floats) => _block = new HostBlock(Math.Max(1, floats) * sizeof(float));

    public float* Data => (float*)_block.Data;

    public void Dispose() => _block.Release();
}
