using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a convolution's kernels: a product of the patches and the output's gradient, without writing patches out.</summary>
/// <remarks>
/// <para>Under each tap of the kernel the pixels of the outputs lie at the same places of a padded plane (<see cref="PhasePlanes"/>): the
/// rows of the left factor. The right factor is the output's gradient, packed.</para>
/// <para>The order of a sum: blocks of 256 positions of an image, each fused from zero; the blocks of an image in order, from zero; the
/// images in order, from zero. An image of one block joins the images' sum at once, which is the same.</para>
/// </remarks>
internal static unsafe class ConvFilters
{
    private const int PositionsAtOnce = 2048; // images are taken together until they have so many
    private const int LargestPart = 96; // rows whose sums a thread holds in its cache

    public static void Run(Conv conv, float* input, float* gradient, float* weight)
    {
        int size = checked(conv.OutChannels * conv.Depth);
        using var room = new Scratch(size);
        using var tables = new FilterTables(conv);
        int together = Math.Clamp(PositionsAtOnce / conv.OutPixels, 1, conv.Batch);
        using var images = new FilterImages(conv, together);
        FilterSums sums = new(conv, tables, images, room.Data);
        for (int first = 0; first < conv.Batch; first += together)
        {
            int count = Math.Min(together, conv.Batch - first);
            images.Read(input, gradient, first, count);
            Parts(conv, (group, row, rows) => sums.Add(group, row, rows, count, isFirst: first == 0));
        }

        FilterSums.Turn(conv, room.Data, weight);
    }

    // Rows of the left factor, enough of them for all threads.
    private static void Parts(Conv conv, Action<int, int, int> body)
    {
        int tile = PackedRightMatrix.TileRows(conv.OutPerGroup);
        int tiles = (conv.Depth + tile - 1) / tile;
        int wanted = Math.Max(1, 4 * ParallelLoop.Threads / conv.Groups);
        int rows = Math.Clamp(tiles / wanted, 1, LargestPart / tile) * tile;
        int parts = (conv.Depth + rows - 1) / rows;
        ParallelLoop.For(
            conv.Groups * parts,
            item =>
            {
                (int group, int part) = Math.DivRem(item, parts);
                body(group, part * rows, Math.Min(rows, conv.Depth - (part * rows)));
            }
        );
    }
}
