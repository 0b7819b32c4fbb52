using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Short runs of floats moved and added.</summary>
internal static unsafe class Rows
{
    private const int Lanes = 8;

    /// <summary>Source and target do not overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* source, float* target, int count)
    {
        if (count < Lanes)
        {
            CopyFew(source, target, count);
            return;
        }

        for (int i = 0; i + Lanes <= count; i += Lanes)
        {
            Vector256.Load(source + i).Store(target + i);
        }

        Vector256.Load(source + count - Lanes).Store(target + count - Lanes); // what is left over, and some of it again
    }

    private static void CopyFew(float* source, float* target, int count)
    {
        for (int i = 0; i < count; i++)
        {
            target[i] = source[i];
        }
    }

    /// <summary>Every <paramref name="step"/>-th value of the source.</summary>
    public static void CopyEvery(float* source, int step, float* target, int count)
    {
        if (step == 1)
        {
            Copy(source, target, count);
            return;
        }

        for (int i = 0; i < count; i++, source += step)
        {
            target[i] = *source;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(float* target, long count)
    {
        long i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Vector256<float>.Zero.Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = 0;
        }
    }

    /// <summary>target += source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, float* target, long count)
    {
        long i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            (Vector256.Load(target + i) + Vector256.Load(source + i)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] += source[i];
        }
    }

    /// <summary>target += weight·source, fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float* source, float weight, float* target, int count)
    {
        Vector256<float> w = Vector256.Create(weight);
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Fused.MultiplyAdd(w, Vector256.Load(source + i), Vector256.Load(target + i)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = Fused.MultiplyAdd(weight, source[i], target[i]);
        }
    }
}
