namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    private const int LargeTile = 128;
    private const int SmallTile = 64;
    private const int PartialDepth = 256; // k in one sum: part of the order
    private const int MostLayers = ushort.MaxValue; // of a grid
    private const long MostPartialBytes = 1L << 28; // of sums that wait to be added

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
    )
    {
        int blocks = Parts(k, PartialDepth);
        int most = Math.Max(1, MostLayers / Math.Max(1, blocks));
        if (batch > most)
        {
            Gemm(most, m, n, k, a, transposeA, aStride, b, transposeB, bStride, bias, target, targetStride);
            a += most * aStride;
            b += most * bStride;
            target += most * targetStride;
            Gemm(batch - most, m, n, k, a, transposeA, aStride, b, transposeB, bStride, bias, target, targetStride);
            return;
        }

        (long aRow, long aColumn) = transposeA ? (1L, (long)m) : (k, 1L);
        (long bRow, long bColumn) = transposeB ? (1L, (long)k) : (n, 1L);
        int tile = TileFor(m, n, batch);
        long partialBytes = (long)batch * blocks * m * n * sizeof(float);
        long tiles = (long)Parts(n, tile) * Parts(m, tile) * batch;
        if (blocks > 1 && tiles < driver.Multiprocessors && partialBytes <= MostPartialBytes)
        {
            using var partial = new CudaRoom(place, partialBytes);
            Launch(
                "product64_blocks",
                Parts(n, SmallTile),
                Parts(m, SmallTile),
                batch * blocks,
                [m, n, k, a, aRow, aColumn, aStride, b, bRow, bColumn, bStride, (void*)null, partial, 0L]
            );
            long values = (long)m * n;
            Each("product_totals", batch * values, partial, bias, target, values, n, blocks, (long)batch, targetStride);
            return;
        }

        Launch(
            tile == LargeTile ? "product128" : "product64",
            Parts(n, tile),
            Parts(m, tile),
            batch,
            [m, n, k, a, aRow, aColumn, aStride, b, bRow, bColumn, bStride, bias, target, targetStride]
        );
    }

    // The large tile reads less, the small one fills a GPU sooner.
    private int TileFor(long m, long n, long batch)
    {
        long tiles = ((m + LargeTile - 1) / LargeTile) * ((n + LargeTile - 1) / LargeTile) * batch;
        return m > SmallTile && n > SmallTile && tiles >= driver.Multiprocessors ? LargeTile : SmallTile;
    }
}
