namespace Research.Experiments.Digits;

/// <summary>A document's vectors of the course's recordings, how it splits them, and its classifiers.</summary>
internal sealed record CourseSet(
    string Name,
    MfccFrames Frames,
    VectorForm Form,
    Protocol Split,
    IReadOnlyList<CourseClassifier> Classifiers
)
{
    /// <summary>The target that holds the vectors.</summary>
    public VectorSet On(DatasetRef data) => Frames.VectorsOn(data, Form);
}

/// <summary>A classifier of a report's step 7, and the published figure that it answers.</summary>
/// <param name="Answers">Null where it answers none.</param>
/// <param name="Published">The published accuracy; null where there is none.</param>
internal sealed record CourseClassifier(ClassifierSettings Settings, ClaimKey? Answers, double? Published)
{
    /// <summary>The same classifier where it answers no claim.</summary>
    public CourseClassifier Unpublished() => this with { Answers = null, Published = null };
}

/// <summary>Both documents' step 7: their vectors as published and corrected, with their classifiers.</summary>
internal static class CourseSets
{
    private const double TestFraction = 0.3;

    public static IReadOnlyList<CourseSet> All =>
        [
            new("digits-1 vectors", DigitSettings.Digits1Frames, VectorForm.JoinedAlongTime, OfTotal, First),
            new("digits-1 vectors corrected", DigitSettings.Reflected, VectorForm.OverTime, OfTotal, Unpublished(First)),
            new("digits-2 vectors", DigitSettings.Reflected, VectorForm.AcrossCoefficients, PerClass, Second),
            new("digits-2 vectors corrected", DigitSettings.Reflected, VectorForm.OverTime, PerClass, Unpublished(Second)),
        ];

    public static BayesSettings Bayes => new("gaussian naive bayes", GaussianNaiveBayes.StandardSmoothing);

    public static SvmSettings Rbf => SvmSettings.ScikitLearn(SvmKernel.Rbf);

    public static SvmSettings Linear => SvmSettings.ScikitLearn(SvmKernel.Linear);

    public static LogisticSettings OneVersusRest =>
        new()
        {
            C = 1,
            Scheme = LogisticScheme.OneVersusRest,
            Tolerance = 1e-4,
            Iterations = 1000,
        };

    private static Protocol OfTotal => Drawn(Draw.Stratified);

    private static Protocol PerClass => Drawn(Draw.StratifiedByRest);

    // Both reports also wrote the formula out themselves, with nothing added to the variances.
    private static BayesSettings OwnBayes => new("gaussian naive bayes without smoothing", 0);

    private static CourseClassifier[] First =>
        [
            Of(Bayes, DigitSettings.First, "gaussian-nb", "scikit-learn defaults"),
            Of(OwnBayes, DigitSettings.First, "custom-nb", ""),
            Of(new NeighbourSettings(5), DigitSettings.First),
            Of(new SvmClassifierSettings("svm rbf", Rbf with { Gamma = 1.0 / 26 }), DigitSettings.First, "svc", "rbf"),
            Of(
                new LogisticClassifierSettings("logistic regression, one versus rest", OneVersusRest),
                DigitSettings.First,
                "logistic-regression",
                "l2"
            ),
        ];

    private static CourseClassifier[] Second =>
        [
            Of(Bayes, DigitSettings.Second, "gaussian-nb", "scikit-learn"),
            Of(OwnBayes, DigitSettings.Second, "custom-nb", ""),
            Of(new NeighbourSettings(3), DigitSettings.Second),
            Of(new SvmClassifierSettings("svm linear", Linear), DigitSettings.Second, "svc", "linear"),
            Of(
                new MlpClassifierSettings("mlp 20 20", MlpSettings.ScikitLearn([20, 20])),
                DigitSettings.Second,
                "mlp",
                "20 neurons a layer, 20 layers as printed, 2 in its code"
            ),
        ];

    private static CourseClassifier[] Unpublished(CourseClassifier[] classifiers) =>
        [.. classifiers.Select(classifier => classifier.Unpublished())];

    private static CourseClassifier Of(NeighbourSettings settings, string document) =>
        Of(settings, document, "knn", $"k={settings.K}");

    private static CourseClassifier Of(ClassifierSettings settings, string document, string model, string variant)
    {
        var key = new ClaimKey
        {
            Document = document,
            Experiment = "classical",
            Dataset = "digits-133",
            Model = model,
            Variant = variant,
            Split = "test",
            Quantity = "accuracy",
        };
        return new(settings, key, DigitsStudy.Study.Claims.Find(key)!.Value);
    }

    private static RandomSplit Drawn(Draw draw) =>
        new()
        {
            Test = new Holdout
            {
                Fraction = TestFraction,
                Draw = draw,
                Stream = "digits/course split",
            },
            Validation = new NoValidation(),
        };
}
