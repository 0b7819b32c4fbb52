using Research.Models.Checkpoints;
using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

public class GradientAccumulationTests
{
    private static readonly int[] Batch = [5, 0, 3, 1, 9, 2, 7, 8, 4, 6];

    [Fact]
    public void One_part_is_the_batch_itself_to_the_same_bits()
    {
        using var learner = new ToyLearner(10);
        using var scope = NewDisposeScope();
        Tensor loss = learner.Loss(Batch);
        loss.backward();
        float[] whole = Gradients(learner);
        learner.Network.zero_grad();
        Assert.Equal(loss.item<float>(), GradientAccumulation.Backward(Batch, 1, learner.Loss));
        Assert.Equal(whole, Gradients(learner));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(99)]
    public void Parts_give_the_gradient_of_the_mean_loss_but_for_rounding(int parts)
    {
        using var learner = new ToyLearner(10);
        double loss = GradientAccumulation.Backward(Batch, 1, learner.Loss);
        float[] whole = Gradients(learner);
        learner.Network.zero_grad();
        var sizes = new List<int>();
        double accumulated = GradientAccumulation.Backward(
            Batch,
            parts,
            items =>
            {
                sizes.Add(items.Length);
                return learner.Loss(items);
            }
        );
        Assert.Equal(loss, accumulated, 1e-6 * loss);
        float[] gradients = Gradients(learner);
        double largest = whole.Max(Math.Abs);
        Assert.All(whole.Zip(gradients), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * largest));
        Assert.Equal((Math.Min(parts, 10), 10), (sizes.Count, sizes.Sum()));
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }

    [Fact]
    public void Training_in_micro_batches_ends_near_training_in_whole_batches()
    {
        float[] whole = Train(1);
        float[] parts = Train(3);
        Assert.NotEqual(whole, parts);
        Assert.All(whole.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void A_part_that_is_not_finite_is_returned_at_once()
    {
        using var learner = new ToyLearner(10);
        int calls = 0;
        double loss = GradientAccumulation.Backward(
            Batch,
            5,
            items => ++calls == 2 ? tensor(float.PositiveInfinity) : learner.Loss(items)
        );
        Assert.Equal((double.PositiveInfinity, 2), (loss, calls));
    }

    [Fact]
    public void No_parts_are_refused()
    {
        using var learner = new ToyLearner(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientAccumulation.Backward(Batch, 0, learner.Loss));
    }

    private static float[] Train(int parts)
    {
        using var learner = new ToyLearner(30);
        using var step = new SupervisedStep(learner, TrainerTests.Supervised with { MicroBatches = parts });
        new Trainer(step, TrainerTests.Settings, 1).Run([.. Enumerable.Range(0, 30)], null, NoCheckpoints.Instance, "t");
        return learner.Weights();
    }

    private static float[] Gradients(ToyLearner learner) =>
        [.. learner.Network.parameters().SelectMany(parameter => parameter.grad!.data<float>().ToArray())];
}
