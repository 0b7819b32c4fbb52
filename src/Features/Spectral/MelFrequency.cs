using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>From hertz to mel and back.</summary>
public static class MelFrequency
{
    private const double HertzPerMel = 200.0 / 3; // Slaney, below 1 kHz
    private const double BreakHertz = 1000;
    private const double BreakMel = BreakHertz / HertzPerMel;
    private static readonly double LogStep = PortableMath.Log(6.4) / 27;

    public static double FromHertz(double hertz, MelScale scale)
    {
        if (scale == MelScale.Htk)
        {
            return 2595 * PortableMath.Log10(1 + (hertz / 700));
        }

        return hertz < BreakHertz ? hertz / HertzPerMel : BreakMel + (PortableMath.Log(hertz / BreakHertz) / LogStep);
    }

    public static double ToHertz(double mel, MelScale scale)
    {
        if (scale == MelScale.Htk)
        {
            return 700 * (PortableMath.Pow(10, mel / 2595) - 1);
        }

        return mel < BreakMel ? mel * HertzPerMel : BreakHertz * PortableMath.Exp(LogStep * (mel - BreakMel));
    }
}
