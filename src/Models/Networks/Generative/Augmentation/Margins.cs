using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Mirrored pixels around pictures, as many as geometric changes look beyond the edges: at most a side less one.</summary>
internal readonly record struct Margins(int Left, int Right, int Top, int Bottom)
{
    /// <summary>Margins that serve all the changes.</summary>
    /// <param name="reach">Pixels that the resampling needs beyond.</param>
    public static Margins Around(IReadOnlyList<Affine> inverses, int side, int reach)
    {
        double edge = (side - 1) / 2.0;
        (double X, double Y)[] corners =
        [
            .. inverses.SelectMany(map =>
                new[] { (-edge, -edge), (edge, -edge), (edge, edge), (-edge, edge) }.Select(c => map.Of(c.Item1, c.Item2))
            ),
        ];
        return new(
            Pixels(corners.Max(corner => -corner.X)),
            Pixels(corners.Max(corner => corner.X)),
            Pixels(corners.Max(corner => -corner.Y)),
            Pixels(corners.Max(corner => corner.Y))
        );

        int Pixels(double farthest) => (int)Math.Ceiling(Math.Clamp(farthest + reach - edge, 0, side - 1));
    }

    /// <summary>A change as seen from the centre of the widened picture.</summary>
    public Affine Centred(Affine inverse) => Affine.Translation((Left - Right) / 2.0, (Top - Bottom) / 2.0) * inverse;

    /// <summary>[batch, channels, height, width] to [batch, channels, top + height + bottom, left + width + right].</summary>
    public Tensor Reflected(Tensor pictures)
    {
        Tensor tall = pictures.index_select(2, Places(Top, (int)pictures.shape[2], Bottom));
        return tall.index_select(3, Places(Left, (int)pictures.shape[3], Right));
    }

    private static Tensor Places(int before, int size, int after) =>
        tensor(Enumerable.Range(-before, before + size + after).Select(place => (long)Reflection.Of(place, size)).ToArray());
}
