using System.Runtime.InteropServices;
using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    private const int NarrowColumns = 16; // below, the other way round fills the tiles better

    public void Gemm(
        int batch,
        int m,
        int n,
        int k,
        float* a,
        bool transposeA,
        long aStride,
        float* b,
        bool transposeB,
        long bStride,
        float* target,
        long targetStride
    ) =>
        Loops.Items(
            batch,
            batch == 1 ? 0 : (long)m * n * k / 8,
            i =>
            {
                MatrixView<float> left = View(a + (i * aStride), m, k, transposeA);
                MatrixView<float> right = View(b + (i * bStride), k, n, transposeB);
                Product(m, n, k, left, right, target + (i * targetStride));
            }
        );

    private static MatrixView<float> View(float* data, int rows, int columns, bool transposed) =>
        transposed ? new(data, 1, rows) : new(data, columns, 1);

    // Cᵀ = Bᵀ·Aᵀ sums the same products in the same order.
    private static void Product(int m, int n, int k, MatrixView<float> a, MatrixView<float> b, float* c)
    {
        if (n >= NarrowColumns || m < 2 * NarrowColumns)
        {
            Numerics.LinearAlgebra.Gemm.Accumulate(m, n, k, a, new MatrixPanels<float>(b), c, n);
            return;
        }

        var turned = (float*)NativeMemory.AlignedAlloc((nuint)((long)m * n * sizeof(float)), 64);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                turned[((long)j * m) + i] = c[((long)i * n) + j];
            }
        }

        Numerics.LinearAlgebra.Gemm.Accumulate(n, m, k, b.Transposed, new MatrixPanels<float>(a.Transposed), turned, m);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                c[((long)i * n) + j] = turned[((long)j * m) + i];
            }
        }

        NativeMemory.AlignedFree(turned);
    }
}
