namespace Research.Numerics.Fourier;

/// <summary>cos and sin of 2πk/n, reduced to the first octant by integers, so that symmetric roots are equal to the bit.</summary>
internal static class UnitRoots
{
    private const double TwoPi = 6.283185307179586;

    public static double Cos(long k, long n)
    {
        k = ((k % n) + n) % n;
        k = Math.Min(k, n - k); // cos(2π − a) = cos a
        if (4 * k > n)
        {
            return -Cos(n - (2 * k), 2 * n); // cos a = −cos(π − a)
        }

        return 8 * k > n ? SinInOctant(n - (4 * k), 4 * n) : PortableMath.Cos(TwoPi * k / n);
    }

    public static double Sin(long k, long n) => Cos((4 * k) - n, 4 * n); // sin a = cos(a − π/2)

    private static double SinInOctant(long k, long n) => PortableMath.Sin(TwoPi * k / n);
}
