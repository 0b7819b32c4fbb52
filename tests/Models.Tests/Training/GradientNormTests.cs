using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Tests;

namespace Research.Models.Tests.Training;

/// <summary>How far one update of plain descent at rate 1 moves the weights: by the gradient's norm, or by its bound.</summary>
public class GradientNormTests
{
    private const double Bound = 0.01;

    private static readonly int[] Items = [.. Enumerable.Range(0, 20)];

    [Fact]
    public void A_bounded_gradient_moves_the_weights_by_the_bound_and_in_the_same_direction()
    {
        double[] free = MoveOfStep(null);
        double[] bounded = MoveOfStep(Bound);
        double norm = Norm(free);
        Assert.True(norm > 100 * Bound, $"{norm}");
        Assert.Equal(Bound, Norm(bounded), 1e-6);
        Assert.All(free.Zip(bounded), pair => Assert.Equal(pair.First * Bound / norm, pair.Second, 1e-6));
    }

    [Fact]
    public void A_gradient_below_the_bound_is_left_as_it_is() => Assert.Equal(MoveOfStep(null), MoveOfStep(1e6));

    [Fact]
    public void A_training_bounds_its_gradients_as_its_settings_say()
    {
        Golden.AssertClose(MoveOfStep(Bound), MoveOfTraining(Bound), 1e-6); // items come in another order
        Golden.AssertClose(MoveOfStep(null), MoveOfTraining(null), 1e-6);
    }

    private static double[] MoveOfStep(double? bound) =>
        Move(learner =>
        {
            using var step = new SupervisedStep(
                learner,
                TrainerTests.Supervised with
                {
                    Optimizer = Descent,
                    GradientNorm = bound,
                }
            );
            step.Step(Items);
        });

    private static double[] MoveOfTraining(double? bound) =>
        Move(learner =>
        {
            TrainingSettings settings = new()
            {
                Epochs = 1,
                BatchSize = Items.Length,
                Optimizer = Descent,
                GradientNorm = bound,
                Stopping = null,
            };
            using var training = new SupervisedTraining(learner, settings, 1);
            training.Run(Items, null, NoCheckpoints.Instance, "t");
        });

    private static double[] Move(Action<ToyLearner> train)
    {
        using var learner = new ToyLearner(Items.Length);
        float[] before = learner.Weights();
        train(learner);
        return [.. learner.Weights().Select((weight, i) => (double)weight - before[i])];
    }

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));

    private static OptimizerSettings Descent => OptimizerSettings.Adam(1) with { Kind = OptimizerKind.Sgd };
}
