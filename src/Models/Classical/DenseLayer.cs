using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>A layer y = W·x + b with Adam's moments beside its parameters (Kingma and Ba, 2015).</summary>
internal sealed class DenseLayer
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Epsilon = 1e-8;
    private readonly double[] _gradient;
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Weights and intercepts uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, 2010), as scikit-learn.</summary>
    public DenseLayer(int inputs, int outputs, Rng rng)
    {
        (Inputs, Outputs) = (inputs, outputs);
        double bound = Math.Sqrt(6.0 / (inputs + outputs));
        Parameters = [.. Enumerable.Range(0, outputs * (inputs + 1)).Select(_ => rng.NextDouble(-bound, bound))];
        (_gradient, _first, _second) = (
            new double[Parameters.Length],
            new double[Parameters.Length],
            new double[Parameters.Length]
        );
    }

    /// <summary>Summed over the rows since the last step; as <see cref="Parameters"/>.</summary>
    public ReadOnlySpan<double> Gradient => _gradient;

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Shape [outputs, inputs + 1]; the last of a row is the intercept.</summary>
    public double[] Parameters { get; }

    public void Forward(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int o = 0; o < Outputs; o++)
        {
            ReadOnlySpan<double> row = Parameters.AsSpan(o * (Inputs + 1), Inputs + 1);
            y[o] = row[Inputs] + OrderedSum.Dot(row[..Inputs], x);
        }
    }

    /// <summary>Adds the parameters' gradient and writes the input's.</summary>
    public void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> yGradient, Span<double> xGradient)
    {
        xGradient.Clear();
        for (int o = 0; o < Outputs; o++)
        {
            double g = yGradient[o];
            ReadOnlySpan<double> row = Parameters.AsSpan(o * (Inputs + 1), Inputs + 1);
            Span<double> gradient = _gradient.AsSpan(o * (Inputs + 1), Inputs + 1);
            for (int i = 0; i < Inputs; i++)
            {
                gradient[i] += g * x[i];
                xGradient[i] += g * row[i];
            }

            gradient[Inputs] += g;
        }
    }

    /// <summary>One step of Adam on the mean gradient of the batch, and a clean gradient.</summary>
    public void Step(int batch, int step, MlpSettings settings)
    {
        double correction = Math.Sqrt(1 - PortableMath.Pow(SecondDecay, step)) / (1 - PortableMath.Pow(FirstDecay, step));
        double rate = settings.LearningRate * correction;
        for (int p = 0; p < Parameters.Length; p++)
        {
            bool weight = (p + 1) % (Inputs + 1) != 0;
            double g = (_gradient[p] + (weight ? settings.WeightDecay * Parameters[p] : 0)) / batch;
            _first[p] = (FirstDecay * _first[p]) + ((1 - FirstDecay) * g);
            _second[p] = (SecondDecay * _second[p]) + ((1 - SecondDecay) * g * g);
            Parameters[p] -= rate * _first[p] / (Math.Sqrt(_second[p]) + Epsilon);
            _gradient[p] = 0;
        }
    }
}
