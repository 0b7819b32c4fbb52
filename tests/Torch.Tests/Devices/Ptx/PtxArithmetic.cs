using System.Numerics;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>What PTX computes and no single instruction of the runtime does: PTX ISA 6.3, sections 9.7.1 to 9.7.5.</summary>
internal static class PtxArithmetic
{
    public static bool Num(float a, float b) => !float.IsNaN(a) && !float.IsNaN(b);

    public static bool Num(double a, double b) => !double.IsNaN(a) && !double.IsNaN(b);

    public static bool Nan(float a, float b) => !Num(a, b);

    public static bool Nan(double a, double b) => !Num(a, b);

    public static bool Ne(float a, float b) => a < b || a > b;

    public static bool Ne(double a, double b) => a < b || a > b;

    public static bool Equ(float a, float b) => !Ne(a, b);

    public static bool Equ(double a, double b) => !Ne(a, b);

    // The number, where one operand is none; +0 above −0.
    public static float Most(float a, float b) =>
        float.IsNaN(a) ? b
        : float.IsNaN(b) ? a
        : Math.Max(a, b);

    public static float Least(float a, float b) =>
        float.IsNaN(a) ? b
        : float.IsNaN(b) ? a
        : Math.Min(a, b);

    public static double Most(double a, double b) =>
        double.IsNaN(a) ? b
        : double.IsNaN(b) ? a
        : Math.Max(a, b);

    public static double Least(double a, double b) =>
        double.IsNaN(a) ? b
        : double.IsNaN(b) ? a
        : Math.Min(a, b);

    public static int Most(int a, int b) => Math.Max(a, b);

    public static int Least(int a, int b) => Math.Min(a, b);

    public static uint Most(uint a, uint b) => Math.Max(a, b);

    public static uint Least(uint a, uint b) => Math.Min(a, b);

    public static long Most(long a, long b) => Math.Max(a, b);

    public static long Least(long a, long b) => Math.Min(a, b);

    public static ulong Most(ulong a, ulong b) => Math.Max(a, b);

    public static ulong Least(ulong a, ulong b) => Math.Min(a, b);

    public static ulong High(ulong a, ulong b) => Math.BigMul(a, b, out _);

    public static long High(long a, long b) => Math.BigMul(a, b, out _);

    public static int MultiplyAdd(int a, int b, int c) => unchecked((a * b) + c);

    public static long MultiplyAdd(long a, long b, long c) => unchecked((a * b) + c);

    public static float Abs(float a) => Math.Abs(a);

    public static double Abs(double a) => Math.Abs(a);

    public static float Sqrt(float a) => (float)Math.Sqrt(a); // correct: a double has more than twice the bits

    public static double Sqrt(double a) => Math.Sqrt(a);

    public static float Rcp(float a) => 1 / a;

    public static double Rcp(double a) => 1 / a;

    public static int Clz(int a) => BitOperations.LeadingZeroCount((uint)a);

    public static int Clz(long a) => BitOperations.LeadingZeroCount((ulong)a);

    // Shifts by the width and more leave nothing, or the sign.
    public static int Left(int a, int by) => (uint)by > 31 ? 0 : a << by;

    public static long Left(long a, int by) => (uint)by > 63 ? 0 : a << by;

    public static int Right(int a, int by) => a >> (int)Math.Min((uint)by, 31);

    public static uint Right(uint a, int by) => (uint)by > 31 ? 0 : a >> by;

    public static long Right(long a, int by) => a >> (int)Math.Min((uint)by, 63);

    public static ulong Right(ulong a, int by) => (uint)by > 63 ? 0 : a >> by;

    // Towards zero; what does not fit becomes the nearest that does, NaN zero.
    public static int Whole(float a) =>
        (int)Math.Clamp(double.IsNaN(a) ? 0 : Math.Truncate((double)a), int.MinValue, int.MaxValue);

    public static int Whole(double a) => (int)Math.Clamp(double.IsNaN(a) ? 0 : Math.Truncate(a), int.MinValue, int.MaxValue);

    public static long WholeLong(float a) =>
        float.IsNaN(a) ? 0
        : a >= 9.223372E18f ? long.MaxValue
        : a < -9.223372E18f ? long.MinValue
        : (long)a;

    public static float Floor(float a) => (float)Math.Floor(a);

    public static float Ceiling(float a) => (float)Math.Ceiling(a);

    public static double Floor(double a) => Math.Floor(a);

    public static float Narrow(double a) => (float)a;

    public static double FromUnsigned(ulong a) => a;

    public static double FromUnsigned(uint a) => a;
}
