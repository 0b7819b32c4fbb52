using Research.Numerics.LinearAlgebra;

namespace Research.Numerics.Tests.LinearAlgebra;

public class CholeskyTests
{
    [Fact]
    public void A_factor_by_hand()
    {
        Matrix l = Cholesky.Factor(
            Matrix.OfRows([
                [4, 2],
                [2, 10],
            ])
        );
        Assert.Equal([2, 0, 1, 3], l.Values.ToArray());
        Assert.Equal([0.5, 0, -1 / 6.0, 1 / 3.0], Cholesky.InverseOfTriangle(l).Values.ToArray());
    }

    [Fact]
    public void Equations_by_hand()
    {
        Matrix l = Matrix.OfRows([
            [2, 0],
            [1, 3],
        ]);
        Assert.Equal([1, 2], Cholesky.Solve(l, [8, 22])); // (4 2; 2 10)·(1 2)
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Cholesky.Factor(
                Matrix.OfRows([
                    [1, 2],
                    [2, 1],
                ])
            )
        );
        Assert.Contains("pivot 1 is -3", error.Message, StringComparison.Ordinal);
    }
}
