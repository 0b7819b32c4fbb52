using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Reads and writes eight values of a row; the last eight may overlap those before, and rows shorter than eight are filled up.</summary>
/// <remarks>Overlapping is safe where a row is computed from other rows only: the same values are written twice.</remarks>
internal static unsafe class Lane
{
    public const int Count = 8;

    /// <summary>Where the eight at or before j begin, within a row of that length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Start(int j, int length) => Math.Max(0, Math.Min(j, length - Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* row, int j, int length) =>
        length >= Count ? Vector256.Load(row + j) : Loops.LoadPart(row, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, float* row, int j, int length)
    {
        if (length >= Count)
        {
            value.Store(row + j);
        }
        else
        {
            Loops.StorePart(value, row, length);
        }
    }
}
