using Research.Numerics;
using Research.Numerics.Distributions;

namespace Research.Results.Statistics;

/// <summary>Confidence intervals of correlations by Fisher's z = artanh r (Fisher, 1921, Metron 1), which is near normal.</summary>
public static class FisherZ
{
    /// <summary>Pearson's: tanh(artanh r ± q/√(n − 3)). Oracle: scipy.stats.pearsonr, 1e-9.</summary>
    /// <returns>Null for fewer than four pairs.</returns>
    public static Interval? OfPearson(double r, int pairs, double level) => Of(r, pairs, level, 1);

    /// <summary>Spearman's: the variance is (1 + ρ²/2)/(n − 3) (Bonett and Wright, 2000, Psychometrika 65, eq. 5). Oracle: numpy, 1e-9.</summary>
    /// <returns>Null for fewer than four pairs.</returns>
    public static Interval? OfSpearman(double rho, int pairs, double level) => Of(rho, pairs, level, 1 + (rho * rho / 2));

    private static Interval? Of(double r, int pairs, double level, double variance)
    {
        if (pairs < 4)
        {
            return null;
        }

        if (Math.Abs(r) >= 1)
        {
            return new(r, r);
        }

        double z = (PortableMath.Log1p(r) - PortableMath.Log1p(-r)) / 2;
        double half = Normal.Quantile(0.5 + (level / 2)) * Math.Sqrt(variance / (pairs - 3));
        return new(PortableMath.Tanh(z - half), PortableMath.Tanh(z + half));
    }
}
