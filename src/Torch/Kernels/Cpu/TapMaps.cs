using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;
using Research.Torch.Memory;

namespace Research.Torch.Kernels.Cpu;

/// <summary>One channel with its padding, from which maps are made: each value a fused chain over the taps of a kernel.</summary>
internal sealed unsafe class TapMaps : IDisposable
{
    private const int Lanes = 8;
    private const int AtOnce = 4 * Lanes;
    private const int PlacesAtOnce = 2048; // of a map: they stay in the nearest cache

    private readonly Conv _conv;
    private readonly PhasePlanes _planes;
    private readonly int _taps;
    private readonly HostBlock _block;
    private readonly nint* _offsets;
    private readonly float* _data;
    private readonly float* _map;

    public TapMaps(Conv conv)
    {
        (_conv, _planes, _taps) = (conv, new PhasePlanes(conv), conv.KernelHeight * conv.KernelWidth);
        _block = new HostBlock(
            (_taps * sizeof(nint)) + ((_planes.Floats + PlacesAtOnce + _planes.Pitch + AtOnce) * sizeof(float))
        );
        _offsets = (nint*)_block.Data;
        _planes.Offsets(_offsets);
        _data = (float*)(_offsets + _taps);
        _map = _data + _planes.Floats;
    }

    public void Read(float* channel) => _planes.Fill(channel, _data);

    /// <summary>Meets the taps in the opposite order, as gradients do.</summary>
    public void Turn() => new Span<nint>(_offsets, _taps).Reverse();

    /// <param name="start">With which each value begins; null where the target holds it.</param>
    public void Write(float* weights, float? start, float* target)
    {
        (int width, int pitch) = (_conv.OutWidth, _planes.Pitch);
        int rows = Math.Max(1, PlacesAtOnce / pitch);
        for (int y = 0; y < _conv.OutHeight; y += rows)
        {
            int live = Math.Min(rows, _conv.OutHeight - y);
            int places = ((live - 1) * pitch) + width;
            if (start is { } value)
            {
                new Span<float>(_map, places + AtOnce).Fill(value);
            }
            else
            {
                Move(target + ((long)y * width), width, _map, pitch, live, width);
            }

            Chain(_data + ((nint)y * pitch), _offsets, weights, _taps, _map, places);
            Move(_map, pitch, target + ((long)y * width), width, live, width);
        }
    }

    public void Dispose() => _block.Release();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move(float* source, int sourcePitch, float* target, int targetPitch, int rows, int width)
    {
        for (int r = 0; r < rows; r++)
        {
            Rows.Copy(source + ((long)r * sourcePitch), target + ((long)r * targetPitch), width);
        }
    }

    // Places between two rows are computed too, and dropped.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chain(float* data, nint* offsets, float* weights, int taps, float* map, int places)
    {
        for (int i = 0; i < places; i += AtOnce)
        {
            float* to = map + i;
            Vector256<float> a = Vector256.Load(to);
            Vector256<float> b = Vector256.Load(to + Lanes);
            Vector256<float> c = Vector256.Load(to + (2 * Lanes));
            Vector256<float> d = Vector256.Load(to + (3 * Lanes));
            for (int t = 0; t < taps; t++)
            {
                float* from = data + offsets[t] + i;
                Vector256<float> w = Vector256.Create(weights[t]);
                a = Fused.MultiplyAdd(w, Vector256.Load(from), a);
                b = Fused.MultiplyAdd(w, Vector256.Load(from + Lanes), b);
                c = Fused.MultiplyAdd(w, Vector256.Load(from + (2 * Lanes)), c);
                d = Fused.MultiplyAdd(w, Vector256.Load(from + (3 * Lanes)), d);
            }

            a.Store(to);
            b.Store(to + Lanes);
            c.Store(to + (2 * Lanes));
            d.Store(to + (3 * Lanes));
        }
    }
}
