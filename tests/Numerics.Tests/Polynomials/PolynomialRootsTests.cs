using Research.Numerics.Polynomials;

namespace Research.Numerics.Tests.Polynomials;

public class PolynomialRootsTests
{
    [Fact]
    public void A_quadratic_has_the_roots_of_its_formula()
    {
        (double[] re, double[] im) = PolynomialRoots.OfMonic([-3, 2]); // (z − 1)(z − 2)
        Assert.Equal([1.0, 2.0], re.Order().Select(x => Math.Round(x, 12)));
        Assert.All(im, y => Assert.Equal(0, y, 1e-12));
    }

    [Fact]
    public void A_pair_and_a_real_root_are_found()
    {
        (double[] re, double[] im) = PolynomialRoots.OfMonic([-1.5, 1.31, -0.405]); // (z − ½)(z² − z + 0.81)
        int real = Array.FindIndex(im, y => Math.Abs(y) < 1e-9);
        Assert.Equal(0.5, re[real], 1e-12);
        Assert.Equal(0, im[0] + im[1] + im[2], 1e-12);
        Assert.All(
            Enumerable.Range(0, 3).Where(i => i != real),
            i => Assert.Equal(0.81, (re[i] * re[i]) + (im[i] * im[i]), 1e-12)
        );
    }

    // Property: the product of (z − root) is the polynomial again.
    [Fact]
    public void Roots_of_random_polynomials_multiply_to_the_polynomial()
    {
        Rng rng = Rng.For(5, "roots");
        for (int trial = 0; trial < 200; trial++)
        {
            double[] coefficients = [.. Enumerable.Range(0, 10).Select(_ => rng.NextNormal())];
            (double[] re, double[] im) = PolynomialRoots.OfMonic(coefficients);
            (double[] productRe, double[] productIm) = Product(re, im);
            double scale = 1 + productRe.Max(Math.Abs);
            for (int k = 0; k < coefficients.Length; k++)
            {
                Assert.Equal(coefficients[k], productRe[k], 1e-9 * scale);
                Assert.Equal(0, productIm[k], 1e-9 * scale);
            }
        }
    }

    [Fact]
    public void A_constant_has_none_and_roots_at_zero_are_found()
    {
        Assert.Empty(PolynomialRoots.OfMonic([]).Re);
        Assert.All(PolynomialRoots.OfMonic([0, 0, 0]).Re, x => Assert.Equal(0, x, 1e-9));
    }

    private static (double[] Re, double[] Im) Product(double[] re, double[] im)
    {
        (double[] productRe, double[] productIm) = ([1], [0]);
        for (int r = 0; r < re.Length; r++)
        {
            (var nextRe, var nextIm) = (new double[productRe.Length + 1], new double[productRe.Length + 1]);
            for (int k = 0; k < productRe.Length; k++)
            {
                nextRe[k] += productRe[k];
                nextIm[k] += productIm[k];
                nextRe[k + 1] -= (productRe[k] * re[r]) - (productIm[k] * im[r]);
                nextIm[k + 1] -= (productRe[k] * im[r]) + (productIm[k] * re[r]);
            }

            (productRe, productIm) = (nextRe, nextIm);
        }

        return (productRe[1..], productIm[1..]);
    }
}
