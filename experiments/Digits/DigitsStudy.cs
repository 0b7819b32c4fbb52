using Research.Models.Classical;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Pipeline;
using Research.Results.Claims;

namespace Research.Experiments.Digits;

/// <summary>
/// Can single spoken digits be recognised, and what does it take? Two reports of a university laboratory (digits-1, digits-2) ask it with the same steps:
/// vowels in Praat, MFCC and what can be seen in them, one vector a recording and classical classifiers on 133 recordings of the course; then, on the 3,000
/// recordings of FSDD, hidden Markov models with Gaussian mixtures and recurrent nets.
/// </summary>
public static class DigitsStudy
{
    private static readonly ClaimBook Claims = Studies.ClaimsOf("Digits");

    private static readonly HmmSettings Hmm = new()
    {
        States = 4,
        Mixtures = 5,
        Covariance = Covariance.Full,
        Iterations = 10,
        Tolerance = 1e-4,
        AddedVariance = 0.01,
    };

    // digits-1 says 15 iterations; digits-2 says nothing of them.
    private static readonly HmmSettings Published = Hmm with { Iterations = 15 };

    public static Study Study { get; } =
        new("Digits", "Isolated spoken digits", Claims, [], Experiments)
        {
            Samples = new Dictionary<string, Sample>
            {
                ["Lstm"] = new("the first of five seeds", ["runs", "confusion", "epochs"]),
                ["BiLstm"] = new("the first of five seeds", ["runs", "confusion", "classes", "epochs"]),
                ["LstmGrid"] = new("20 units, one and two layers, of nine sizes", ["sizes"]),
                ["SpeakerIndependent"] = new("the first of five seeds", ["runs", "speakers"]),
            },
        };

    private static IReadOnlyList<Experiment> Experiments(Profile profile) =>
        profile.UsesRecordings()
            ?
            [
                Vowels,
                Histograms,
                FeatureCorrelation,
                UtteranceVectors,
                Pca,
                Classical,
                Mlp,
                SineToCosine,
                GmmHmm,
                GmmHmmGrid,
                profile == Profile.Sample ? Lstm with { Seeds = [1] } : Lstm,
                profile == Profile.Sample ? Sampled(LstmGrid) : LstmGrid,
                profile == Profile.Sample ? BiLstm with { Seeds = [1] } : BiLstm,
                Packing,
                profile == Profile.Sample ? SpeakerIndependent with { Seeds = [1] } : SpeakerIndependent,
            ]
            :
            [
                .. DigitsPreparation.Quick,
                Classical with
                {
                    Data = [Datasets.SyntheticCourse, Datasets.SyntheticDigits],
                    Seeds = [1, 2],
                    CourseSplits = 10,
                },
                .. DigitsNetworks.QuickFirst,
                GmmHmm with
                {
                    Data = [Datasets.SyntheticDigits],
                    Seeds = [1, 2],
                },
                GmmHmmGrid with
                {
                    Data = [Datasets.SyntheticDigits],
                    Seeds = [1],
                    States = 2,
                    Mixtures = 2,
                },
                .. DigitsNetworks.QuickRecurrent,
                SpeakerIndependent with
                {
                    Data = [Datasets.SyntheticDigits],
                    Seeds = [1],
                    LstmPlain = [],
                    LstmNormalised = [.. SpeakerIndependent.LstmNormalised.Select(DigitsNetworks.Shortened)],
                },
            ];

    private static LstmGrid Sampled(LstmGrid grid) =>
        grid with
        {
            Hidden = [20],
            Layers = [1, 2],
            Dropouts = [0],
            Decays = [0],
            Kept = 1,
        };

    private static Vowels Vowels => DigitsPreparation.Vowels;

    private static Histograms Histograms => DigitsPreparation.Histograms;

    private static FeatureCorrelation FeatureCorrelation => DigitsPreparation.FeatureCorrelation;

    private static UtteranceVectors UtteranceVectors => DigitsPreparation.UtteranceVectors;

    private static Pca Pca => DigitsPreparation.Pca;

    private static Mlp Mlp => DigitsNetworks.Mlp with { Frames = DigitsPreparation.Reflected };

    private static SineToCosine SineToCosine => DigitsNetworks.SineToCosine;

    private static Lstm Lstm => DigitsNetworks.Lstm;

    private static LstmGrid LstmGrid => DigitsNetworks.LstmGrid;

    private static BiLstm BiLstm => DigitsNetworks.BiLstm;

    private static Packing Packing => DigitsNetworks.Packing;

    private static Classical Classical =>
        new()
        {
            Data = [Datasets.NtuaDigits, Datasets.Fsdd],
            Seeds = [1, 2, 3, 4, 5],
            ValidationFraction = 0.2,
            CourseTestFraction = 0.3,
            CourseSplits = 100,
            Digits1Frames = DigitsPreparation.Digits1Frames,
            Digits2Frames = DigitsPreparation.Reflected,
            CorrectedFrames = DigitsPreparation.Reflected,
            Frames = Frames.Reported(13),
            Digits1 =
            [
                Course(Bayes, "digits-1-029"),
                Course(OwnBayes, "digits-1-033"),
                Course(new NeighbourSettings(5), "digits-1-030"),
                Course(new SvmClassifierSettings("svm rbf", Rbf with { Gamma = 1.0 / 26 }), "digits-1-031"),
                Course(new LogisticClassifierSettings("logistic regression, one versus rest", OneVersusRest), "digits-1-032"),
            ],
            Digits2 =
            [
                Course(Bayes, "digits-2-037"),
                Course(OwnBayes, "digits-2-036"),
                Course(new NeighbourSettings(3), "digits-2-038"),
                Course(new SvmClassifierSettings("svm linear", Linear), "digits-2-039"),
                Course(new MlpClassifierSettings("mlp 20 20", MlpSettings.ScikitLearn([20, 20])), "digits-2-040"),
            ],
            Classifiers =
            [
                Bayes,
                new NeighbourSettings(3),
                new NeighbourSettings(5),
                new NeighbourSettings(9),
                new SvmClassifierSettings("svm linear", Linear),
                new SvmClassifierSettings("svm rbf", Rbf),
                new LogisticClassifierSettings("logistic regression", OneVersusRest with { Scheme = LogisticScheme.Multinomial }),
                new MlpClassifierSettings("mlp 20 20", MlpSettings.ScikitLearn([20, 20])),
                new ForestClassifierSettings("random forest 100", ForestSettings.RandomForest(100)),
                new ForestClassifierSettings("extra trees 100", ForestSettings.ExtraTrees(100)),
            ],
        };

    private static GmmHmm GmmHmm =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2, 3, 4, 5],
            ValidationFraction = 0.2,
            Variants =
            [
                new(Frames.Course(13), Published, ""),
                new(Frames.Course(13), Published with { Covariance = Covariance.Diagonal }, ""),
                new(Frames.Course(6), Published, ""),
                new(Frames.Course(6), Published with { Covariance = Covariance.Diagonal }, ""),
                new(Frames.Reported(13), Published, "frames 25/10 ms"),
            ],
            ForStrangers = new(Frames.Course(13), Hmm with { Mixtures = 3 }, ""),
        };

    private static GmmHmmGrid GmmHmmGrid =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2, 3, 4, 5],
            ValidationFraction = 0.2,
            Frames = Frames.Course(6),
            States = 4,
            Mixtures = 5,
            Covariances = [Covariance.Diagonal, Covariance.Full],
            Hmm = Hmm,
        };

    private static SpeakerIndependent SpeakerIndependent =>
        new()
        {
            Data = [Datasets.Fsdd],
            Seeds = [1, 2, 3, 4, 5],
            Plain = [new(Frames.Course(13), Hmm, ""), new(Frames.Course(13), Hmm with { Mixtures = 3 }, "")],
            Normalised = [new(Frames.Course(13), Hmm, ""), new(Frames.Course(13), Hmm with { Mixtures = 3 }, "")],
            LstmPlain = [DigitsNetworks.Stopping],
            LstmNormalised = [DigitsNetworks.Stopping],
            ValidationFraction = 0.2,
            VectorFrames = Frames.Reported(13),
            Svm = Rbf,
        };

    private static BayesSettings Bayes => new("gaussian naive bayes", GaussianNaiveBayes.StandardSmoothing);

    // Both reports also wrote the formula out themselves, with nothing added to the variances.
    private static BayesSettings OwnBayes => new("gaussian naive bayes without smoothing", 0);

    private static SvmSettings Rbf => SvmSettings.ScikitLearn(SvmKernel.Rbf);

    private static SvmSettings Linear => SvmSettings.ScikitLearn(SvmKernel.Linear);

    private static LogisticSettings OneVersusRest =>
        new()
        {
            C = 1,
            Scheme = LogisticScheme.OneVersusRest,
            Tolerance = 1e-4,
            Iterations = 1000,
        };

    private static CourseClassifier Course(ClassifierSettings settings, string claim) =>
        new(settings, Claims[claim].Value, claim);
}
