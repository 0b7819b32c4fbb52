using Research.Numerics;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>A change that copies whole pixels: mirrored left to right, then turned by quarter turns counter-clockwise, then shifted, mirrored at the edges.</summary>
/// <param name="Mirrored">Whether left and right change places.</param>
/// <param name="Turns">Quarter turns, 0 to 3.</param>
/// <param name="Right">Pixels to the right.</param>
/// <param name="Down">Pixels down.</param>
/// <remarks>
/// Source: Karras et al. (2020), StyleGAN2-ADA, appendix B ("pixel blitting"). Pixels are copied exactly, as the paper says; NVIDIA's public code sends these, too, through
/// the wavelet filter, which is not quite symmetric. Oracle: golden/networks/stylegan_ada.json, 'blitting'.
/// </remarks>
internal readonly record struct PixelBlit(bool Mirrored, int Turns, int Right, int Down)
{
    private const double MostShift = 0.125; // of the side

    /// <summary>Draws each change with probability p; a mirroring or turn that is drawn may be none (one half, one fourth).</summary>
    public static PixelBlit Draw(double p, int side, Rng rng)
    {
        bool mirrored = rng.NextDouble() < p && rng.NextInt(2) == 1;
        int turns = rng.NextDouble() < p ? rng.NextInt(4) : 0;
        bool shifts = rng.NextDouble() < p;
        return new(mirrored, turns, shifts ? Shift(side, rng) : 0, shifts ? Shift(side, rng) : 0);
    }

    /// <summary>Where the pixel of row y and column x comes from, as row·side + column.</summary>
    internal int Source(int y, int x, int side)
    {
        (int row, int column) = (Reflection.Of(y - Down, side), Reflection.Of(x - Right, side));
        for (int turn = 0; turn < Turns; turn++)
        {
            (row, column) = (column, side - 1 - row);
        }

        return (row * side) + (Mirrored ? side - 1 - column : column);
    }

    private static int Shift(int side, Rng rng) =>
        (int)Math.Round(rng.NextDouble(-MostShift, MostShift) * side, MidpointRounding.ToEven);
}
