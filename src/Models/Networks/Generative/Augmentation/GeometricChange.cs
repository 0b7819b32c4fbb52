using Research.Numerics;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Draws a general geometric change: scaling, two rotations around an anisotropic scaling, a shift by part of a pixel.</summary>
/// <remarks>
/// Factors 2^(0.2·n), rotations uniform, shifts 0.125·n of the side, n normal; each rotation with probability 1 − √(1 − p), so that any happens with p.
/// Source: Karras et al. (2020), StyleGAN2-ADA, appendix B. Oracle: golden/networks/stylegan_ada.json, 'pipeline'.
/// </remarks>
internal static class GeometricChange
{
    private const double ScaleDeviation = 0.2; // of the logarithm to base 2
    private const double ShiftDeviation = 0.125; // of the side

    /// <summary>The inverse of what is done to one picture; the identity where nothing was drawn.</summary>
    public static Affine Draw(double p, int side, Rng rng)
    {
        double each = 1 - Math.Sqrt(1 - p);
        Affine inverse = Affine.Identity;
        if (rng.NextDouble() < p)
        {
            double factor = Factor(rng);
            inverse *= Affine.Scale(1 / factor, 1 / factor);
        }

        inverse *= Turn(each, rng);
        if (rng.NextDouble() < p)
        {
            double factor = Factor(rng);
            inverse *= Affine.Scale(1 / factor, factor);
        }

        inverse *= Turn(each, rng);
        return rng.NextDouble() < p ? inverse * Affine.Translation(-Shift(side, rng), -Shift(side, rng)) : inverse;
    }

    private static Affine Turn(double p, Rng rng) =>
        rng.NextDouble() < p ? Affine.Rotation(rng.NextDouble(-3.141592653589793, 3.141592653589793)) : Affine.Identity;

    private static double Factor(Rng rng) => PortableMath.Pow(2, ScaleDeviation * rng.NextNormal());

    private static double Shift(int side, Rng rng) => ShiftDeviation * rng.NextNormal() * side;
}
