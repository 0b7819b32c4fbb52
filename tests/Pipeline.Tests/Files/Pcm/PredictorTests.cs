using Research.Pipeline.Files.Pcm;

namespace Research.Pipeline.Tests.Files.Pcm;

public class PredictorTests
{
    [Fact]
    public void Residuals_of_fixed_predictors_are_differences_of_their_order()
    {
        int[] samples = [1, 4, 9, 16, 25, 36, 50]; // squares, and one more at the end
        uint[] folded = new uint[2];
        uint[][] expected =
        [
            [72, 100],
            [22, 28],
            [4, 6],
            [0, 2],
            [0, 2],
        ];
        for (int order = 0; order < expected.Length; order++)
        {
            FixedPredictor.Residuals(order, samples, 5, folded);
            Assert.Equal(expected[order], folded);
        }
    }

    [Theory]
    [InlineData(0, 1)] // a constant
    [InlineData(1, 2)] // a straight line
    [InlineData(2, 3)] // a parabola
    [InlineData(3, 4)]
    public void The_best_order_is_the_lowest_that_leaves_nothing_of_a_polynomial(int degree, int order)
    {
        int[] samples = [.. Enumerable.Range(3, 20).Select(n => Enumerable.Repeat(n, degree).Aggregate(2, (a, b) => a * b))];
        Assert.Equal(order, FixedPredictor.BestOrder(samples, 4));
    }

    [Fact]
    public void A_linear_predictor_predicts_the_weighted_sum_rounded_down_and_its_residuals_restore_the_samples()
    {
        var predictor = new LinearPredictor([3, -2], 1);
        int[] samples = [10, 20, 31, 40, 55, 60, 70, 80, 99, 100, 110, 120]; // more than a vector's worth
        uint[] folded = new uint[10];
        predictor.Residuals(samples, 2, folded);
        for (int n = 2; n < samples.Length; n++)
        {
            int prediction = (int)Math.Floor(((3 * samples[n - 1]) - (2 * samples[n - 2])) / 2.0);
            Assert.Equal(RicePlan.Fold(samples[n] - prediction), folded[n - 2]);
        }

        int[] restored = [10, 20, .. folded.Select(value => (int)(value >> 1) ^ -(int)(value & 1))];
        predictor.Restore(restored, 2, 10);
        Assert.Equal(samples, restored);
    }

    [Fact]
    public void A_predictor_reads_back_with_the_sign_of_each_weight()
    {
        var writer = new BitWriter();
        new LinearPredictor([511, -512, -1, 0], 9).Write(writer);
        byte[] bytes = writer.ToArray();
        var reader = new BitReader(bytes);
        var again = new BitWriter();
        LinearPredictor.Read(ref reader, 4).Write(again);
        Assert.Equal(bytes, again.ToArray());
        int[] samples = [0, 0, 0, 512];
        reader = new BitReader(bytes);
        int[] restored = [.. samples, 0];
        LinearPredictor.Read(ref reader, 4).Restore(restored, 4, 1);
        Assert.Equal(511, restored[4]); // 511·512 / 2^9
    }

    [Fact]
    public void The_analysis_finds_the_recursion_that_a_sine_obeys_and_nothing_in_silence()
    {
        int[] sine =
        [
            .. Enumerable.Range(0, 1024).Select(n => (int)Math.Round(20_000 * Research.Numerics.PortableMath.Sin(0.7 * n))),
        ];
        uint[] folded = new uint[1000];
        LinearPredictor found = new LinearAnalysis().Of(sine)!;
        found.Residuals(sine, 24, folded);
        Assert.InRange(folded.Average(value => value), 0, 400); // of 40,000; a fixed predictor leaves 14,000
        Assert.Null(new LinearAnalysis().Of(new int[1024]));
    }

    [Theory]
    [InlineData(0, 0u)]
    [InlineData(-1, 1u)]
    [InlineData(1, 2u)]
    [InlineData(int.MaxValue, uint.MaxValue - 1)]
    [InlineData(int.MinValue, uint.MaxValue)]
    public void Residuals_fold_by_turns(int residual, uint folded) => Assert.Equal(folded, RicePlan.Fold(residual));

    [Fact]
    public void Parts_of_different_loudness_get_parameters_of_their_own_and_silent_ones_take_no_bits()
    {
        uint[] folded = [.. new uint[512], .. Enumerable.Repeat(1000u, 512)];
        var plan = new RicePlan();
        plan.Choose(folded);
        var writer = new BitWriter();
        plan.Write(writer, folded);
        byte[] bytes = writer.ToArray();
        Assert.InRange(bytes.Length, 512 * 10 / 8, 512 * 11.1 / 8); // 10 bits and a little of the one in 2^9
        int[] back = new int[1024];
        var reader = new BitReader(bytes);
        RicePlan.Read(ref reader, back);
        Assert.Equal(folded, back.Select(RicePlan.Fold));
    }
}
