using Research.Models.Networks.Generative.Augmentation;

namespace Research.Models.Tests.Networks.Generative.Augmentation;

public class AffineTests
{
    [Fact]
    public void A_chain_of_all_changes_is_the_oracle_s_matrix()
    {
        Affine chain =
            Affine.Scale(-1, 1)
            * Affine.Rotation(Math.PI / 2)
            * Affine.Translation(-2, 1)
            * Affine.Scale(1 / 1.2, 1 / 1.2)
            * Affine.Rotation(0.4)
            * Affine.Scale(1 / 1.1, 1.1)
            * Affine.Rotation(-0.3)
            * Affine.Translation(-0.03 * 16, 0.02 * 16);
        Affine oracle = WaveletResamplingTests.Map(StyleGanOracle.Ada.GetProperty("geometric").GetProperty("all_geometric"));
        Research.Tests.Golden.AssertClose(Values(oracle), Values(chain), 1e-10);
    }

    [Fact]
    public void The_right_map_comes_first()
    {
        Assert.Equal((12.0, 2.0), (Affine.Scale(2, 1) * Affine.Translation(5, 0)).Of(1, 2));
    }

    private static double[] Values(Affine map) => [map.Xx, map.Xy, map.X0, map.Yx, map.Yy, map.Y0];
}
