using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Support vector classification, one machine for every pair of classes, which vote.</summary>
/// <remarks>Source: Cortes and Vapnik (1995); Chang and Lin (2011), ACM TIST 2(3). Oracle: scikit-learn's SVC, decisions within 1e-4.</remarks>
public sealed class SupportVectorMachine : IClassifier
{
    private readonly Matrix _rows;
    private readonly IReadOnlyList<PairMachine> _pairs;
    private readonly int _classCount;
    private readonly SvmKernel _kernel;

    private SupportVectorMachine(Matrix rows, IReadOnlyList<PairMachine> pairs, int classCount, SvmKernel kernel, double gamma) =>
        (_rows, _pairs, _classCount, _kernel, Gamma) = (rows, pairs, classCount, kernel, gamma);

    /// <summary>The rbf kernel's γ in force.</summary>
    public double Gamma { get; }

    /// <param name="rows">Shape [rows, features].</param>
    /// <exception cref="ArgumentException">There are rows of fewer than two classes.</exception>
    public static SupportVectorMachine Fit(Matrix rows, IReadOnlyList<int> classes, int classCount, SvmSettings settings)
    {
        FiniteNumbers.Check(rows);
        double gamma = settings.Gamma ?? KernelMatrix.Scale(rows);
        Matrix kernel = KernelMatrix.Of(rows, rows, settings.Kernel, gamma);
        int[] present = [.. Enumerable.Range(0, classCount).Where(classes.Contains)]; // a class without a row has no machine
        if (present.Length < 2)
        {
            throw new ArgumentException(
                $"A support vector machine needs rows of two classes; there are {present.Length}.",
                nameof(classes)
            );
        }

        (int A, int B)[] names = [.. present.SelectMany(a => present.Where(b => b > a).Select(b => (a, b)))];
        PairMachine[] pairs = ParallelLoop.Select(names.Length, p => Train(kernel, classes, names[p].A, names[p].B, settings));
        return new SupportVectorMachine(rows, pairs, classCount, settings.Kernel, gamma);
    }

    /// <summary>Value of every pair's machine, shape [rows, pairs] in the order 01, 02, …; above 0 is a vote for the first class.</summary>
    public Matrix Decisions(Matrix rows)
    {
        Matrix kernel = KernelMatrix.Of(rows, _rows, _kernel, Gamma);
        var decisions = new Matrix(rows.Rows, _pairs.Count);
        ParallelLoop.For(
            rows.Rows,
            i =>
            {
                for (int p = 0; p < _pairs.Count; p++)
                {
                    PairMachine pair = _pairs[p];
                    double sum = pair.Bias;
                    for (int s = 0; s < pair.Members.Length; s++)
                    {
                        sum += pair.Coefficients[s] * kernel[i, pair.Members[s]];
                    }

                    decisions[i, p] = sum;
                }
            }
        );
        return decisions;
    }

    /// <summary>Class with the most votes; the lowest wins ties.</summary>
    public int[] Predict(Matrix rows)
    {
        Matrix decisions = Decisions(rows);
        var predicted = new int[rows.Rows];
        for (int i = 0; i < rows.Rows; i++)
        {
            var votes = new double[_classCount];
            for (int p = 0; p < _pairs.Count; p++)
            {
                votes[decisions[i, p] > 0 ? _pairs[p].A : _pairs[p].B]++;
            }

            predicted[i] = Argmax.Of(votes);
        }

        return predicted;
    }

    private static PairMachine Train(Matrix kernel, IReadOnlyList<int> classes, int a, int b, SvmSettings settings)
    {
        int[] members = [.. Enumerable.Range(0, classes.Count).Where(i => classes[i] == a || classes[i] == b)];
        double[] sign = [.. members.Select(i => classes[i] == a ? 1.0 : -1.0)];
        var own = new double[members.Length, members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = 0; j < members.Length; j++)
            {
                own[i, j] = kernel[members[i], members[j]];
            }
        }

        (double[] coefficients, double bias) = Smo.Solve(own, sign, settings.C, settings.Tolerance);
        int[] support = [.. Enumerable.Range(0, members.Length).Where(i => coefficients[i] != 0)];
        return new PairMachine(a, b, [.. support.Select(i => members[i])], [.. support.Select(i => coefficients[i])], bias);
    }

    private sealed record PairMachine(int A, int B, int[] Members, double[] Coefficients, double Bias);
}
