using Research.Models.Networks.Items;
using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Items;

public class LossTests
{
    [Fact]
    public void Cross_entropy_by_hand_with_weights_of_the_classes()
    {
        Tensor outputs = tensor(new[] { 0f, MathF.Log(3), 0f, 0f }, [2, 2]); // probabilities 1/4, 3/4 and 1/2, 1/2
        var loss = new ClassLoss([1, 0], [2, 1], 0);
        double expected = ((1 * -Math.Log(0.75)) + (2 * -Math.Log(0.5))) / 3;
        Assert.Equal(expected, loss.Of(outputs, [0, 1]).item<float>(), 1e-6);
        Assert.Null(loss.Module);
    }

    [Fact]
    public void Items_are_found_in_whatever_order_they_come()
    {
        Tensor outputs = tensor(new[] { 5f, 0f, 0f, 5f }, [2, 2]);
        var loss = new ClassLoss([0, 1], null, 0);
        Assert.True(loss.Of(outputs, [0, 1]).item<float>() < 0.01);
        Assert.True(loss.Of(outputs, [1, 0]).item<float>() > 4.9);
    }

    [Fact]
    public void Validation_of_classes_is_their_cross_entropy_and_accuracy_without_weights()
    {
        MetricValues values = new ClassLoss([1, 0, 1], [5, 1], 0.3).Validation(
            [
                [0, MathF.Log(3)],
                [0, 0],
            ],
            [0, 1]
        );
        Assert.Equal((-Math.Log(0.75) - Math.Log(0.5)) / 2, values[MetricNames.ValidationLoss], 1e-6);
        Assert.Equal(1, values[MetricNames.ValidationAccuracy]);
    }

    [Fact]
    public void Squared_errors_are_weighted_sums_of_means()
    {
        var loss = new ValueLoss(
            [
                [1, 10],
                [3, 10],
            ],
            [1, 0.5],
            learnsWeights: false
        );
        Tensor outputs = tensor(new[] { 2f, 10f, 3f, 14f }, [2, 2]); // errors 1, 0 and 0, 16
        Assert.Equal((0.5 * 1) + (0.5 * 8), loss.Of(outputs, [0, 1]).item<float>(), 1e-6);
        Assert.Equal(
            4.5,
            loss.Validation(
                [
                    [2, 10],
                    [3, 14],
                ],
                [0, 1]
            )[MetricNames.ValidationLoss],
            1e-12
        );
    }

    [Fact]
    public void Learned_weights_begin_equal_and_end_at_the_inverse_of_each_error()
    {
        var loss = new ValueLoss(
            [
                [0, 0],
            ],
            [1, 1],
            learnsWeights: true
        );
        Tensor outputs = tensor(new[] { 2f, 0.5f }, [1, 2]); // squared errors 4 and 1/4
        Assert.Equal(0.5 * (4 + 0.25), loss.Of(outputs, [0]).item<float>(), 1e-6);
        var variances = loss.Module!.named_parameters().Single();
        var optimizer = optim.SGD([variances.parameter], 0.2);
        for (int step = 0; step < 300; step++)
        {
            optimizer.zero_grad();
            loss.Of(outputs, [0]).backward();
            optimizer.step();
        }

        float[] learned = variances.parameter.data<float>().ToArray(); // the least of e^(-s) L + s is at s = log L
        Assert.Equal(Math.Log(4), learned[0], 1e-3);
        Assert.Equal(Math.Log(0.25), learned[1], 1e-3);
    }

    [Fact]
    public void Weights_and_values_of_different_number_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new ValueLoss(
                [
                    [1, 2],
                ],
                [1],
                learnsWeights: false
            )
        );
}
