using Research.Numerics;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>A change of every pixel's colour, out = Factors·rgb + Offsets: brightness, contrast, luma flip, hue, saturation, in this order.</summary>
/// <param name="Factors">Shape [3, 3], row by row.</param>
/// <param name="Offsets">Shape [3].</param>
/// <remarks>Source: Karras et al. (2020), StyleGAN2-ADA, appendix B. Oracle: golden/networks/stylegan_ada.json, 'colour'.</remarks>
internal sealed record ColourChange(double[] Factors, double[] Offsets)
{
    private const double Axis = 0.5773502691896258; // 1/√3: each component of the grey axis

    public static ColourChange None => new([1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0]);

    /// <summary>Draws each of the five with probability p.</summary>
    public static ColourChange Draw(double p, Rng rng)
    {
        ColourChange change = None;
        change = rng.NextDouble() < p ? change.Brighter(0.2 * rng.NextNormal()) : change;
        change = rng.NextDouble() < p ? change.Contrasted(PortableMath.Pow(2, 0.5 * rng.NextNormal())) : change;
        change = rng.NextDouble() < p && rng.NextInt(2) == 1 ? change.LumaFlipped() : change;
        change = rng.NextDouble() < p ? change.Turned(rng.NextDouble(-3.141592653589793, 3.141592653589793)) : change;
        return rng.NextDouble() < p ? change.Saturated(PortableMath.Pow(2, rng.NextNormal())) : change;
    }

    public ColourChange Brighter(double by) => new(Factors, [.. Offsets.Select(offset => offset + by)]);

    public ColourChange Contrasted(double factor) => Then(factor, 0, 0);

    /// <summary>Light becomes dark, at the same hue and saturation: a reflection along the grey axis.</summary>
    public ColourChange LumaFlipped() => Then(1, 0, -2);

    /// <summary>A rotation about the grey axis.</summary>
    public ColourChange Turned(double radians)
    {
        double cos = PortableMath.Cos(radians);
        return Then(cos, PortableMath.Sin(radians), 1 - cos);
    }

    /// <summary>Distances from the grey axis times a factor.</summary>
    public ColourChange Saturated(double factor) => Then(factor, 0, 1 - factor);

    // Then same·I + cross·[v]× + grey·v·vᵀ, v the grey axis.
    private ColourChange Then(double same, double cross, double grey)
    {
        double c = cross * Axis;
        double g = grey * Axis * Axis;
        double[] m = [same + g, g - c, g + c, g + c, same + g, g - c, g - c, g + c, same + g];
        var factors = new double[9];
        var offsets = new double[3];
        for (int i = 0; i < 3; i++)
        {
            for (int k = 0; k < 3; k++)
            {
                offsets[i] += m[(3 * i) + k] * Offsets[k];
                for (int j = 0; j < 3; j++)
                {
                    factors[(3 * i) + j] += m[(3 * i) + k] * Factors[(3 * k) + j];
                }
            }
        }

        return new(factors, offsets);
    }
}
