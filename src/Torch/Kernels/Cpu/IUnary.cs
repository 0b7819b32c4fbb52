using System.Runtime.Intrinsics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>A function of one value, eight at a time; the compiler writes one loop for each.</summary>
internal interface IUnary
{
    static abstract Vector256<float> Of(Vector256<float> x, Vector256<float> p, Vector256<float> q);
}

/// <summary>A function of two values, eight at a time.</summary>
internal interface IBinary
{
    static abstract Vector256<float> Of(Vector256<float> a, Vector256<float> b);
}

/// <summary>A function of two whole numbers.</summary>
internal interface IWhole
{
    static abstract long Of(long a, long b);
}
