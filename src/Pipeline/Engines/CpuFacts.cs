using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Research.Pipeline.Engines;

/// <summary>The CPU, as libraries that choose their kernels by it see it.</summary>
internal static class CpuFacts
{
    private const int FirstNameLeaf = unchecked((int)0x80000002);

    /// <summary>The brand that an x86 CPU states; else the architecture.</summary>
    public static string Name { get; } = X86Base.IsSupported ? Brand() : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>The set of kernels that libtorch chooses: AVX512, AVX2 or DEFAULT.</summary>
    /// <remarks>As ATen's dispatch does: AVX-512 F, VL, BW and DQ; else AVX2 with fused multiply-add.</remarks>
#pragma warning disable RS0030 // asked about, not computed with
    public static string Capability =>
        Avx512F.VL.IsSupported && Avx512BW.VL.IsSupported && Avx512DQ.VL.IsSupported ? "AVX512"
        : Avx2.IsSupported && Fma.IsSupported ? "AVX2"
        : "DEFAULT";
#pragma warning restore RS0030

    private static string Brand()
    {
        int[] text = new int[12];
        for (int i = 0; i < 3; i++)
        {
            (text[4 * i], text[(4 * i) + 1], text[(4 * i) + 2], text[(4 * i) + 3]) = X86Base.CpuId(FirstNameLeaf + i, 0);
        }

        return System.Text.Encoding.ASCII.GetString(MemoryMarshal.AsBytes(text.AsSpan())).Trim('\0', ' ');
    }
}
