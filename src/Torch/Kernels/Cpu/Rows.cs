using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Short runs of floats moved and added.</summary>
internal static unsafe class Rows
{
    private const int Lanes = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* source, float* target, int count)
    {
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Vector256.Load(source + i).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = source[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(float* target, int count)
    {
        for (int i = 0; i < count; i++)
        {
            target[i] = 0;
        }
    }

    /// <summary>target += weight·source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float* source, float weight, float* target, int count)
    {
        Vector256<float> w = Vector256.Create(weight);
        int i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            (Vector256.Load(target + i) + (w * Vector256.Load(source + i))).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] += weight * source[i];
        }
    }
}
