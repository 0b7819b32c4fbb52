using System.Runtime.CompilerServices;
using Research.Torch.Memory;

namespace Research.Torch.Kernels.Cpu;

/// <summary>One channel with its padding, and the pixels that all outputs see under a tap, one after the other.</summary>
internal sealed unsafe class TapPatches : IDisposable
{
    private const int AtOnce = 4; // taps, whose sums do not wait for one another

    private readonly Conv _conv;
    private readonly PhasePlanes _planes;
    private readonly HostBlock _block;
    private readonly float* _data;
    private readonly float* _patches;
    private readonly int _share;

    public TapPatches(Conv conv)
    {
        _conv = conv with { InChannels = 1, OutChannels = 1, Groups = 1 };
        _planes = new PhasePlanes(_conv);
        _share = (conv.OutPixels + 15) / 8 * 8; // row copies end at whole vectors
        _block = new HostBlock((_planes.Floats + ((long)AtOnce * _share)) * sizeof(float));
        _data = (float*)_block.Data;
        _patches = _data + _planes.Floats;
    }

    public void Read(float* channel) => _planes.Fill(channel, _data);

    /// <summary>Adds each tap's line sum of gradient·pixel.</summary>
    public void Add(float* slopes, double[] sums)
    {
        double* found = stackalloc double[AtOnce];
        for (int first = 0; first < sums.Length; first += AtOnce)
        {
            int count = Math.Min(AtOnce, sums.Length - first);
            for (int i = 0; i < count; i++)
            {
                (int ky, int kx) = Math.DivRem(first + i, _conv.KernelWidth);
                Flatten(_data + _planes.Offset(0, ky, kx), _patches + ((long)i * _share));
            }

            LineSums.Products(slopes, _patches, _share, _conv.OutPixels, found);
            for (int i = 0; i < count; i++)
            {
                sums[first + i] += found[i];
            }
        }
    }

    public void Dispose() => _block.Release();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Flatten(float* run, float* target)
    {
        for (int y = 0; y < _conv.OutHeight; y++)
        {
            Rows.Copy(run + ((long)y * _planes.Pitch), target + ((long)y * _conv.OutWidth), _conv.OutWidth);
        }
    }
}
