using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Pictures read at any places, each value the weighted mean of the four pixels around; outside is zero.</summary>
/// <remarks>Differentiable any number of times with respect to the pictures. Oracle: torch's grid_sample with align_corners false, by golden/networks/stylegan_ada.json.</remarks>
internal static class BilinearSampling
{
    private static readonly (int Y, int X)[] Corners = [(0, 0), (0, 1), (1, 0), (1, 1)];

    /// <param name="pictures">Shape [batch, channels, height, width].</param>
    /// <param name="maps">From the output's pixels to the input's, both from the centre, one a picture.</param>
    /// <param name="side">Of the output.</param>
    public static Tensor Of(Tensor pictures, IReadOnlyList<Affine> maps, int side)
    {
        Tensor rows = PixelRows.Of(pictures);
        Tensor? sum = null;
        foreach ((int y, int x) in Corners)
        {
            (long[] places, float[] weights) = Corner(pictures.shape, maps, side, y, x);
            Tensor part = rows.index_select(0, tensor(places)) * tensor(weights, [weights.Length, 1]);
            sum = sum is null ? part : sum + part;
        }

        return PixelRows.Pictures(sum!, [pictures.shape[0], pictures.shape[1], side, side]);
    }

    // Rows of pixels and their weights; a pixel outside weighs nothing.
    private static (long[] Places, float[] Weights) Corner(
        long[] shape,
        IReadOnlyList<Affine> maps,
        int side,
        int down,
        int right
    )
    {
        (int height, int width) = ((int)shape[2], (int)shape[3]);
        var places = new long[maps.Count * side * side];
        var weights = new float[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int picture = i / (side * side);
            (int row, int column) = (i / side % side, i % side);
            (double x, double y) = maps[picture].Of(column + 0.5 - (side / 2.0), row + 0.5 - (side / 2.0));
            (double fromLeft, double fromTop) = (x + (width / 2.0) - 0.5, y + (height / 2.0) - 0.5);
            (double left, double top) = (Math.Floor(fromLeft), Math.Floor(fromTop));
            (double px, double py) = (left + right, top + down);
            if (px >= 0 && px < width && py >= 0 && py < height)
            {
                double across = right == 1 ? fromLeft - left : 1 - (fromLeft - left);
                double along = down == 1 ? fromTop - top : 1 - (fromTop - top);
                places[i] = (((long)picture * height) + (long)py) * width + (long)px;
                weights[i] = (float)(across * along);
            }
        }

        return (places, weights);
    }
}
