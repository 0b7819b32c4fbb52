using Research.Models.Training;
using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>Squared errors of real values, summed over the values with weights.</summary>
/// <remarks>
/// Given weights wₖ: Σ wₖ·Lₖ, where Lₖ is the mean squared error of value k. Learned weights: Σ ½·e^(−sₖ)·Lₖ + ½·sₖ with sₖ learned, the logarithm of the noise's variance
/// (Kendall, Gal and Cipolla, 2018, CVPR, equation 7).
/// </remarks>
public sealed class ValueLoss : IItemLoss
{
    private readonly IReadOnlyList<double[]> _values;
    private readonly IReadOnlyList<double> _weights;
    private readonly LogVariances? _learned;

    /// <param name="values">Shape [items, values]; standardised where their sizes differ.</param>
    /// <param name="weights">One for each value; they also weigh the validation's errors.</param>
    /// <param name="learnsWeights">Whether training learns the weights, starting from equal ones.</param>
    /// <exception cref="ArgumentException">Not one weight a value.</exception>
    public ValueLoss(IReadOnlyList<double[]> values, IReadOnlyList<double> weights, bool learnsWeights)
    {
        if (values.Any(own => own.Length != weights.Count))
        {
            throw new ArgumentException(
                $"{weights.Count} weights for {values[0].Length} values: one each is needed.",
                nameof(weights)
            );
        }

        (_values, _weights) = (values, weights);
        _learned = learnsWeights ? new LogVariances(weights.Count) : null;
    }

    public nn.Module? Module => _learned;

    public Tensor Of(Tensor outputs, int[] items)
    {
        float[] truth = [.. items.SelectMany(item => _values[item]).Select(value => (float)value)];
        Tensor errors = (outputs - tensor(truth, [items.Length, _weights.Count])).square().mean([0]);
        return _learned is null ? (errors * tensor([.. _weights.Select(weight => (float)weight)])).sum() : _learned.call(errors);
    }

    /// <summary>validation_loss: the weighted mean squared errors; learned weights do not count here, so that epochs can be compared.</summary>
    public MetricValues Validation(float[][] outputs, IReadOnlyList<int> items)
    {
        double[] errors =
        [
            .. _weights.Select(
                (weight, k) => weight * OrderedSum.Mean([.. items.Select((item, i) => Squared(outputs[i][k] - _values[item][k]))])
            ),
        ];
        return new MetricValues((MetricNames.ValidationLoss, OrderedSum.Of(errors)));
    }

    private static double Squared(double value) => value * value;

    private sealed class LogVariances : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter variances;

        public LogVariances(int count)
            : base(nameof(LogVariances))
        {
            variances = zeros(count).AsParameter();
            RegisterComponents();
        }

        public override Tensor forward(Tensor errors) => (((-variances).exp() * errors) + variances).sum() * 0.5f;
    }
}
