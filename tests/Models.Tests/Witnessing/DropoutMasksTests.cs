using Research.Models.Witnessing;
using Xunit;
using static TorchSharp.torch;

namespace Research.Models.Tests.Witnessing;

public class DropoutMasksTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    public void The_masks_are_those_that_our_engine_draws_epoch_after_epoch(double probability)
    {
        var masks = new DropoutMasks();
        foreach (long seed in new[] { 7, 8 })
        {
            manual_seed(seed);
            foreach (long[] shape in new long[][] { [3, 5], [2, 3, 4] })
            {
                float[] drawn = nn.functional.dropout(ones(shape), probability).data<float>().ToArray();
                Assert.Equal(drawn, masks.Next(drawn.Length, probability));
            }
        }
    }
}
