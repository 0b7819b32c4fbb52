using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Windows of 2×2 side by side, as most networks have them: eight at once, as <see cref="MaxPooling{TPlace}"/> does one.</summary>
internal static unsafe class MaxPoolingPairs
{
    private const int Lanes = 8;

    public static bool Fits(Pool2d pool) =>
        pool is { KernelHeight: 2, KernelWidth: 2, StrideY: 2, StrideX: 2, PadY: 0, PadX: 0, DilationY: 1, DilationX: 1 }
        && 2 * pool.OutHeight <= pool.Height
        && 2 * pool.OutWidth <= pool.Width;

    /// <summary>As many outputs of a row as whole vectors give; returns their count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Row(float* input, int width, float* output, byte* places)
    {
        int x = 0;
        for (; 2 * (x + Lanes) <= width; x += Lanes)
        {
            (Vector256<float> most, Vector256<float> next) = Split(input + (2 * x));
            Vector256<int> place = Vector256<int>.Zero;
            Take(next, 1, ref most, ref place);
            (next, Vector256<float> last) = Split(input + width + (2 * x));
            Take(next, 2, ref most, ref place);
            Take(last, 3, ref most, ref place);
            most.Store(output + x);
            Vector128<short> narrow = Vector128.Narrow(place.GetLower(), place.GetUpper());
            Vector64.Narrow(narrow.GetLower(), narrow.GetUpper()).AsByte().Store(places + x);
        }

        return x;
    }

    /// <summary>The way back of <see cref="Row"/>: all four values of each window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int RowBack(float* gradient, byte* places, int width, float* input)
    {
        Vector256<int> sides = Vector256.Create(0, 1, 0, 1, 0, 1, 0, 1);
        int x = 0;
        for (; 2 * (x + Lanes) <= width; x += Lanes)
        {
            Vector256<float> g = Vector256.Load(gradient + x) + Vector256<float>.Zero; // as if added to zero
            Vector128<ushort> wide = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)(places + x)).AsByte());
            Vector256<int> place = Vector256.Create(Vector128.WidenLower(wide), Vector128.WidenUpper(wide)).AsInt32();
            for (int half = 0; half < 2; half++)
            {
                Vector256<int> twice = Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3) + Vector256.Create(half * (Lanes / 2));
                Vector256<float> both = Vector256.Shuffle(g, twice);
                Vector256<int> at = Vector256.Shuffle(place, twice);
                float* target = input + (2 * x) + (half * Lanes);
                Where(at, sides, both).Store(target);
                Where(at, sides + Vector256.Create(2), both).Store(target + width);
            }
        }

        return x;
    }

    private static Vector256<float> Where(Vector256<int> place, Vector256<int> wanted, Vector256<float> value) =>
        Vector256.ConditionalSelect(Vector256.Equals(place, wanted).AsSingle(), value, Vector256<float>.Zero);

    // The values of even and of odd places among sixteen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Even, Vector256<float> Odd) Split(float* source)
    {
        Vector256<int> order = Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7);
        Vector256<float> low = Vector256.Shuffle(Vector256.Load(source), order);
        Vector256<float> high = Vector256.Shuffle(Vector256.Load(source + Lanes), order);
        return (Vector256.Create(low.GetLower(), high.GetLower()), Vector256.Create(low.GetUpper(), high.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(Vector256<float> value, int at, ref Vector256<float> most, ref Vector256<int> place)
    {
        Vector256<float> better = Vector256.GreaterThan(value, most) | ~Vector256.Equals(value, value);
        most = Vector256.ConditionalSelect(better, value, most);
        place = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(at), place);
    }
}
