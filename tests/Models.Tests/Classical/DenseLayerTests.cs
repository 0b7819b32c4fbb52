using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class DenseLayerTests
{
    [Fact]
    public void Decay_shrinks_weights_and_leaves_intercepts_alone()
    {
        var layer = new DenseLayer(2, 2, Rng.For(1, "layer"));
        double[] before = [.. layer.Parameters];
        layer.Step(1, 1, MlpSettings.ScikitLearn([1]) with { WeightDecay = 1 });
        for (int p = 0; p < before.Length; p++)
        {
            bool intercept = p % 3 == 2;
            Assert.Equal(intercept, layer.Parameters[p] == before[p]);
            Assert.True(intercept || Math.Abs(layer.Parameters[p]) < Math.Abs(before[p]));
        }
    }
}
