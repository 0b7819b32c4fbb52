using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    private const int NarrowColumns = 16; // below, the other way round fills the tiles better
    private const int ColumnsAtOnce = 4; // tiles
    private const int FewRows = 8; // for which it is not worth turning a large right factor

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
        float* bias,
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
                Product(m, n, k, left, right, bias, target + (i * targetStride));
            }
        );

    private static MatrixView<float> View(float* data, int rows, int columns, bool transposed) =>
        transposed ? new(data, 1, rows) : new(data, columns, 1);

    // Cᵀ = Bᵀ·Aᵀ sums the same products in the same order.
    private static void Product(int m, int n, int k, MatrixView<float> a, MatrixView<float> b, float* bias, float* c)
    {
        if (m <= FewRows && b.RowStride == 1 && n > FewRows)
        {
            ManyColumns(m, n, k, a, b, bias, c);
            return;
        }

        bool turned = n < NarrowColumns && m >= 2 * NarrowColumns;
        using var zeros = new Scratch(turned ? n : m);
        Rows.Clear(zeros.Data, turned ? n : m);
        if (turned)
        {
            using var room = new Scratch((long)m * n);
            var right = new MatrixPanels<float>(a.Transposed);
            Numerics.LinearAlgebra.Gemm.Write(n, m, k, b.Transposed, right, bias == null ? zeros.Data : bias, room.Data, m);
            Turn(room.Data, n, m, c);
        }
        else if (bias == null)
        {
            Numerics.LinearAlgebra.Gemm.Write(m, n, k, a, new MatrixPanels<float>(b), zeros.Data, c, n);
        }
        else
        {
            for (int i = 0; i < m; i++)
            {
                Rows.Copy(bias, c + ((long)i * n), n);
            }

            Numerics.LinearAlgebra.Gemm.Accumulate(m, n, k, a, new MatrixPanels<float>(b), c, n);
        }
    }

    // The few rows packed, the many columns, each contiguous, read once.
    private static void ManyColumns(int m, int n, int k, MatrixView<float> a, MatrixView<float> b, float* bias, float* c)
    {
        using var packedRoom = new Scratch(PackedRightMatrix.Floats(k, m));
        using var room = new Scratch((long)m * n);
        var packed = new PackedRightMatrix(k, m, packedRoom.Data);
        packed.Pack(new MatrixPanels<float>(a.Transposed));
        float* turned = room.Data;
        int chunk = ColumnsAtOnce * PackedRightMatrix.TileRows(m);
        Loops.Items(
            (n + chunk - 1) / chunk,
            (long)chunk * k,
            part =>
            {
                int first = part * chunk;
                int count = Math.Min(chunk, n - first);
                for (int j = first; j < first + count; j++)
                {
                    new Span<float>(turned + ((long)j * m), m).Fill(bias == null ? 0 : bias[j]);
                }

                packed.Accumulate(count, b.Data + (first * b.ColumnStride), b.ColumnStride, turned + ((long)first * m), m);
            }
        );
        Turn(turned, n, m, c);
    }

    private static void Turn(float* source, int rows, int columns, float* target)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                target[((long)j * rows) + i] = source[((long)i * columns) + j];
            }
        }
    }
}
