using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Logistic regression: class scores are linear in the features.</summary>
/// <remarks>
/// Minimises ½|W|² + C·Σ loss. Source: Hastie, Tibshirani and Friedman (2009), section 4.4. Oracle: the optimum of scikit-learn's
/// objective (by Newton's method), coefficients within 1e-5.
/// </remarks>
public sealed class LogisticRegression : IClassifier
{
    private readonly LogisticScheme _scheme;

    private LogisticRegression(LogisticScheme scheme, Matrix weights, double[] intercepts) =>
        (_scheme, Weights, Intercepts) = (scheme, weights, intercepts);

    /// <summary>Shape [classes, features].</summary>
    public Matrix Weights { get; }

    /// <summary>Shape [classes].</summary>
    public double[] Intercepts { get; }

    /// <summary>A fitted multinomial model from what it learned.</summary>
    /// <param name="weights">Shape [classes, features].</param>
    /// <param name="intercepts">Shape [classes].</param>
    public static LogisticRegression Of(Matrix weights, double[] intercepts) =>
        new(LogisticScheme.Multinomial, weights, intercepts);

    /// <param name="rows">Shape [rows, features].</param>
    public static LogisticRegression Fit(Matrix rows, IReadOnlyList<int> classes, int classCount, LogisticSettings settings)
    {
        FiniteNumbers.Check(rows);
        double[] solution =
            settings.Scheme == LogisticScheme.Multinomial
                ? Multinomial(rows, classes, classCount, settings)
                : [.. Enumerable.Range(0, classCount).SelectMany(c => Binary(rows, classes, c, settings))];
        var weights = new Matrix(classCount, rows.Columns);
        var intercepts = new double[classCount];
        for (int c = 0; c < classCount; c++)
        {
            ReadOnlySpan<double> own = solution.AsSpan(c * (rows.Columns + 1), rows.Columns + 1);
            own[..rows.Columns].CopyTo(weights.Row(c));
            intercepts[c] = own[^1];
        }

        return new LogisticRegression(settings.Scheme, weights, intercepts);
    }

    /// <summary>p(class | row), shape [rows, classes].</summary>
    public Matrix Probabilities(Matrix rows)
    {
        var probabilities = new Matrix(rows.Rows, Intercepts.Length);
        for (int i = 0; i < rows.Rows; i++)
        {
            Span<double> row = probabilities.Row(i);
            for (int c = 0; c < row.Length; c++)
            {
                row[c] = Intercepts[c] + OrderedSum.Dot(Weights.Row(c), rows.Row(i));
            }

            Normalise(row);
        }

        return probabilities;
    }

    public int[] Predict(Matrix rows)
    {
        Matrix probabilities = Probabilities(rows);
        return [.. Enumerable.Range(0, rows.Rows).Select(i => Argmax.Of(probabilities.Row(i)))];
    }

    private void Normalise(Span<double> scores)
    {
        if (_scheme == LogisticScheme.Multinomial)
        {
            Softmax.InPlace(scores);
            return;
        }

        double sum = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] = PortableMath.Sigmoid(scores[c]);
            sum += scores[c];
        }

        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }
    }

    // One block of (weights, intercept) a class.
    private static double[] Multinomial(Matrix rows, IReadOnlyList<int> classes, int classCount, LogisticSettings settings)
    {
        int width = rows.Columns + 1;
        return Lbfgs.Minimise(Objective, new double[classCount * width], settings.Tolerance, settings.Iterations);

        double Objective(ReadOnlySpan<double> point, Span<double> gradient)
        {
            double loss = Ridge(point, gradient, width);
            Span<double> shares = stackalloc double[classCount];
            for (int i = 0; i < rows.Rows; i++)
            {
                ReadOnlySpan<double> x = rows.Row(i);
                for (int c = 0; c < classCount; c++)
                {
                    shares[c] = Score(point.Slice(c * width, width), x);
                }

                double own = shares[classes[i]];
                loss += settings.C * (Softmax.InPlace(shares) - own);
                for (int c = 0; c < classCount; c++)
                {
                    double error = settings.C * (shares[c] - (c == classes[i] ? 1 : 0));
                    AddGradient(gradient.Slice(c * width, width), x, error);
                }
            }

            return loss;
        }
    }

    private static double[] Binary(Matrix rows, IReadOnlyList<int> classes, int positive, LogisticSettings settings)
    {
        int width = rows.Columns + 1;
        return Lbfgs.Minimise(Objective, new double[width], settings.Tolerance, settings.Iterations);

        double Objective(ReadOnlySpan<double> point, Span<double> gradient)
        {
            double loss = Ridge(point, gradient, width);
            for (int i = 0; i < rows.Rows; i++)
            {
                ReadOnlySpan<double> x = rows.Row(i);
                double sign = classes[i] == positive ? 1 : -1;
                double margin = sign * Score(point, x);
                double tail = PortableMath.Log1p(PortableMath.Exp(-Math.Abs(margin)));
                loss += settings.C * (Math.Max(0, -margin) + tail); // log(1 + e^−margin)
                AddGradient(gradient, x, -settings.C * sign * PortableMath.Sigmoid(-margin));
            }

            return loss;
        }
    }

    private static double Ridge(ReadOnlySpan<double> point, Span<double> gradient, int width)
    {
        double sum = 0;
        for (int d = 0; d < point.Length; d++)
        {
            bool weight = (d + 1) % width != 0;
            sum += weight ? point[d] * point[d] : 0;
            gradient[d] = weight ? point[d] : 0;
        }

        return 0.5 * sum;
    }

    private static double Score(ReadOnlySpan<double> block, ReadOnlySpan<double> x) => block[^1] + OrderedSum.Dot(block[..^1], x);

    private static void AddGradient(Span<double> gradient, ReadOnlySpan<double> x, double error)
    {
        for (int d = 0; d < x.Length; d++)
        {
            gradient[d] += error * x[d];
        }

        gradient[^1] += error;
    }
}
