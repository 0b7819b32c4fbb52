using Research.Models.Classical;
using Research.Numerics;

namespace Research.Evaluation.Classifiers;

/// <summary>A classifier by name, and how it is fitted to standardised rows.</summary>
/// <param name="Name">As tables have it.</param>
public abstract record ClassifierSettings(string Name)
{
    public abstract IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed);
}

public sealed record BayesSettings(string Name, double Smoothing) : ClassifierSettings(Name)
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        GaussianNaiveBayes.Fit(rows, classes, classCount, Smoothing);
}

public sealed record NeighbourSettings(int K) : ClassifierSettings($"knn {K}")
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        NearestNeighbours.Fit(rows, classes, classCount, K);
}

public sealed record SvmClassifierSettings(string Name, SvmSettings Svm) : ClassifierSettings(Name)
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        SupportVectorMachine.Fit(rows, classes, classCount, Svm);
}

public sealed record LogisticClassifierSettings(string Name, LogisticSettings Logistic) : ClassifierSettings(Name)
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        LogisticRegression.Fit(rows, classes, classCount, Logistic);

    /// <summary>All classes at once, with scikit-learn's tolerance and enough steps to reach it.</summary>
    /// <param name="c">Inverse strength of the regularisation.</param>
    public static LogisticClassifierSettings Multinomial(double c) =>
        new(
            FormattableString.Invariant($"logistic regression C {c}"),
            new()
            {
                C = c,
                Scheme = LogisticScheme.Multinomial,
                Tolerance = 1e-4,
                Iterations = 1000,
            }
        );
}

public sealed record ForestClassifierSettings(string Name, ForestSettings Forest) : ClassifierSettings(Name)
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        Research.Models.Classical.Forest.Fit(rows, classes, classCount, Forest, seed);
}

public sealed record MlpClassifierSettings(string Name, MlpSettings Mlp) : ClassifierSettings(Name)
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        MultilayerPerceptron.Fit(rows, classes, classCount, Mlp, seed);
}

/// <summary>The most frequent class of the training, whatever the row.</summary>
public sealed record MajoritySettings() : ClassifierSettings("majority")
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        Guess.Majority(classes, classCount);
}

/// <summary>Each class as often as the training has it, at random.</summary>
public sealed record ChanceSettings() : ClassifierSettings("chance")
{
    public override IClassifier Fit(Matrix rows, int[] classes, int classCount, ulong seed) =>
        Guess.Drawn(classes, classCount, seed);
}
