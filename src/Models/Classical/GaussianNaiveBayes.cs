using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Naive Bayes with a Gaussian for every feature and class.</summary>
/// <remarks>
/// p(c|x) ∝ p(c)·Πd N(x[d]; mean, variance); a share of the largest feature variance is added to every variance.
/// Source: Duda, Hart and Stork (2001), ch. 2. Oracle: scikit-learn's GaussianNB, 1e-9.
/// </remarks>
public sealed class GaussianNaiveBayes : IClassifier
{
    /// <summary>scikit-learn's share of the largest feature variance that is added to every variance.</summary>
    public const double StandardSmoothing = 1e-9;

    private readonly GaussianMixture[] _classes;
    private readonly double[] _logPriors;

    private GaussianNaiveBayes(GaussianMixture[] classes, double[] logPriors) => (_classes, _logPriors) = (classes, logPriors);

    /// <param name="rows">Shape [rows, features].</param>
    /// <param name="smoothing">That share; 0 for none.</param>
    /// <exception cref="ArgumentException">A class has no row, or a feature is constant in a class and nothing is added.</exception>
    public static GaussianNaiveBayes Fit(Matrix rows, IReadOnlyList<int> classes, int classCount, double smoothing)
    {
        FiniteNumbers.Check(rows);
        double added = smoothing * Enumerable.Range(0, rows.Columns).Max(d => OrderedSum.Variance(rows.Column(d), 0));
        var mixtures = new GaussianMixture[classCount];
        var priors = new double[classCount];
        for (int c = 0; c < classCount; c++)
        {
            int[] members = [.. Enumerable.Range(0, rows.Rows).Where(i => classes[i] == c)];
            if (members.Length == 0)
            {
                throw new ArgumentException($"Class {c} has no training row.", nameof(classes));
            }

            Matrix own = rows.Take(members);
            (var mean, var variance) = (new Matrix(1, rows.Columns), new Matrix(1, rows.Columns));
            for (int d = 0; d < rows.Columns; d++)
            {
                mean[0, d] = OrderedSum.Mean(own.Column(d));
                variance[0, d] = OrderedSum.Variance(own.Column(d), 0) + added;
            }

            mixtures[c] = GaussianMixture.OfDiagonal([1], mean, variance);
            priors[c] = PortableMath.Log((double)members.Length / rows.Rows);
        }

        return new GaussianNaiveBayes(mixtures, priors);
    }

    /// <summary>p(class | row), shape [rows, classes].</summary>
    public Matrix Probabilities(Matrix rows)
    {
        var probabilities = new Matrix(rows.Rows, _classes.Length);
        for (int c = 0; c < _classes.Length; c++)
        {
            double[] log = _classes[c].LogDensity(rows);
            for (int i = 0; i < rows.Rows; i++)
            {
                probabilities[i, c] = log[i] + _logPriors[c];
            }
        }

        for (int i = 0; i < rows.Rows; i++)
        {
            Softmax.InPlace(probabilities.Row(i));
        }

        return probabilities;
    }

    public int[] Predict(Matrix rows)
    {
        Matrix probabilities = Probabilities(rows);
        return [.. Enumerable.Range(0, rows.Rows).Select(i => Argmax.Of(probabilities.Row(i)))];
    }
}
