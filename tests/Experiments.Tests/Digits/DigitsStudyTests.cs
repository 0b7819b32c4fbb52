using Research.Corpora;
using Research.Data;
using Research.Evaluation.Trials;
using Research.Experiments.Digits;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Experiments.Tests.Digits;

/// <summary>Every experiment on a tiny generated set.</summary>
public class DigitsStudyTests
{
    private const double Chance = 1.0 / 3; // of both tiny sets

    private static readonly Dataset Tiny = SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3, 6], 9);
    private static readonly Dataset TinyCourse = TinyRun.Course;

    public static TheoryData<string> Recognisers =>
        ["Classical", "Mlp", "GmmHmm", "GmmHmmGrid", "Lstm", "LstmGrid", "BiLstm", "SpeakerIndependent"];

    public static TheoryData<string> Preparation => ["Vowels", "Histograms", "FeatureCorrelation", "UtteranceVectors", "Pca"];

    public static TheoryData<string> Names => [.. Preparation, .. Recognisers, "SineToCosine", "Packing"];

    [Theory]
    [MemberData(nameof(Recognisers))]
    public void Every_recogniser_beats_chance_on_a_tiny_set_and_fills_its_tables(string name)
    {
        Measurement measured = Measure(name);
        Figure[] accuracies =
        [
            .. measured.Figures.Where(figure => figure.Metric == "accuracy" && figure.Split is "test" or "leave-one-speaker-out"),
        ];
        Assert.NotEmpty(accuracies);
        double least = Chance + (name == "Mlp" ? 0.18 : 0.3); // fifteen test items are all that the perceptron has
        Assert.All(accuracies, figure => Assert.True(figure.Mean > least, $"{figure.Variant}, {figure.Split}: {figure.Mean}"));
        Assert.All(measured.Tables, table => Assert.NotEmpty(table.Rows));
    }

    [Theory]
    [MemberData(nameof(Preparation))]
    public void Every_step_of_the_preparation_fills_its_tables_on_a_tiny_set(string name)
    {
        Measurement measured = Measure(name);
        Assert.NotEmpty(measured.Figures);
        Assert.All(measured.Figures, figure => Assert.True(double.IsFinite(figure.Mean), figure.Variant));
        Assert.All(measured.Tables, table => Assert.NotEmpty(table.Rows));
    }

    // The code leaf of tables must hold neither their pictures nor what trains: a title that changes makes nothing anew.
    [Fact]
    public void Neither_charts_nor_trainings_are_part_of_the_tables_code()
    {
        using Project project = Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, Profile.Quick, paranoid: false) with
            {
                Cache = Path.Combine(Path.GetTempPath(), "research-experiment-tests"),
            }
        );
        Pipeline.Planning.Plan plan = project.Plan("Digits");
        foreach (string target in DigitsStudy.Study.Experiments(Profile.Quick).Select(experiment => experiment.Target))
        {
            IEnumerable<string> code = plan[target].Fingerprint!["code"].Parts.Keys;
            Assert.Contains(code, unit => unit.Contains("::Tabulate(", StringComparison.Ordinal));
            Assert.DoesNotContain(code, unit => unit.Contains("::Charts(", StringComparison.Ordinal));
            Assert.DoesNotContain(code, unit => unit.Contains("Trial::Run(", StringComparison.Ordinal));
        }
    }

    // That the columns are there too, drawing the committed results shows (Report.Tests).
    [Theory]
    [MemberData(nameof(Names))]
    public void Charts_name_tables_that_the_experiment_makes(string name)
    {
        Measurement measured = Measure(name);
        string[] tables = [.. measured.Tables.Select(table => table.Name), "summary"];
        Experiment experiment = DigitsStudy.Study.Experiment(name, Profile.Quick);
        Assert.NotEmpty(experiment.Charts());
        Assert.All(experiment.Charts(), chart => Assert.Contains(chart.Table, tables));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_are_the_same_bytes_with_one_thread_and_with_four(string name)
    {
        int before = ParallelLoop.Threads;
        try
        {
            ParallelLoop.Threads = 1;
            string one = Text(Measure(name));
            ParallelLoop.Threads = 4;
            Assert.Equal(one, Text(Measure(name)));
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }

    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public void Both_profiles_have_the_same_experiments(Profile profile)
    {
        IReadOnlyList<Experiment> experiments = DigitsStudy.Study.Experiments(profile);
        Assert.Equal(
            [
                "Digits.Vowels",
                "Digits.Histograms",
                "Digits.FeatureCorrelation",
                "Digits.UtteranceVectors",
                "Digits.Pca",
                "Digits.Classical",
                "Digits.Mlp",
                "Digits.SineToCosine",
                "Digits.GmmHmm",
                "Digits.GmmHmmGrid",
                "Digits.Lstm",
                "Digits.LstmGrid",
                "Digits.BiLstm",
                "Digits.Packing",
                "Digits.SpeakerIndependent",
                "Digits.Strangers",
            ],
            experiments.Select(e => e.Target)
        );
        bool pinned = experiments.All(experiment => experiment.Data.All(data => data is PinnedDataset));
        Assert.Equal(profile == Profile.Paper, pinned);
    }

    [Fact]
    public void All_published_figures_of_both_reports_are_there()
    {
        ClaimBook claims = DigitsStudy.Study.Claims;
        Assert.Equal(180, claims.All.Count);
        Assert.Equal(0.9966666666666667, claims["digits-1-037"].Value);
        Assert.Equal("mfcc 6, states 4, mixtures 5", claims["digits-2-069"].Variant);
    }

    [Fact]
    public void Feature_sets_that_several_experiments_read_are_one_target()
    {
        TargetGraph graph = TargetGraph.Of(new Catalogue(), Profile.Paper);
        string[] readers =
        [
            .. graph
                .All.Where(target => !target.OnlyByName && target.Upstream.Contains("features:fsdd:mfcc-13-30-15"))
                .Select(target => target.Name),
        ];
        Assert.Equal(
            [
                "Digits.GmmHmm",
                "Digits.Lstm",
                "Digits.BiLstm",
                "Digits.SpeakerIndependent",
                "Digits.Strangers",
                "Synthetic.Recognised",
            ],
            readers.Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]).Distinct()
        );
    }

    [Fact]
    public void The_recurrent_steps_have_the_published_settings()
    {
        Lstm lstm = (Lstm)DigitsStudy.Study.Experiment("Lstm", Profile.Paper);
        Assert.Equal((6, 20, 1, 0.05, 40), Published(lstm.Printed));
        Assert.Equal((6, 60, 1, 0.0015, 100), Published(lstm.Stopped));

        static (int, int, int, double, int) Published(RecurrentVariant v) =>
            (v.Frames.Coefficients, v.Network.Hidden, v.Network.Layers, v.Training.Optimizer.LearningRate, v.Training.Epochs);
    }

    [Fact]
    public void With_a_random_phase_point_by_point_the_first_cosine_stays_unknown()
    {
        Measurement measured = Measure("SineToCosine");
        double Mse(string metric) =>
            measured
                .Figures.Single(f =>
                    f.Variant.StartsWith("gru 1x10, point by point, random", StringComparison.Ordinal)
                    && f.Split == "test"
                    && f.Metric == metric
                )
                .Mean;
        Assert.True(Mse("mse") > 0.04); // half a squared cosine at one of ten points is 0.05
        Assert.True(Mse("mse of points 2-10") < Mse("mse"));
    }

    [Fact]
    public void Packed_and_padded_give_the_same_scores_to_the_bit()
    {
        Measurement measured = Measure("Packing");
        Assert.Equal(0, measured.Figures.Single(figure => figure.Metric == "score").Mean);
        Assert.Contains(measured.Tables, table => table.Name == Timings.Name);
    }

    private static Measurement Measure(string name) =>
        TinyRun.Measure(Reduced(DigitsStudy.Study.Experiment(name, Profile.Quick)), Tiny, TinyCourse);

    private static Experiment Reduced(Experiment experiment) =>
        experiment switch
        {
            Classical classical => classical with { CourseSplits = 3, Classifiers = [.. classical.Classifiers.Take(6)] },
            GmmHmm hmm => hmm with { Variants = [.. hmm.Variants.Take(2).Select(Small)] },
            SpeakerIndependent speakers => speakers with
            {
                Speakers = [.. Tiny.Items.Select(item => item.Group).Distinct()],
                Plain = [Small(speakers.Plain[0])],
                Normalised = [Small(speakers.Normalised[0])],
                LstmNormalised = [.. speakers.LstmNormalised.Select(Short)],
            },
            Lstm lstm => lstm with
            {
                Plain = Short(lstm.Plain),
                Regularised = Short(lstm.Regularised),
                Printed = Short(lstm.Printed),
                Stopped = Short(lstm.Stopped),
                Exported = Short(lstm.Exported),
            },
            Histograms histograms => histograms with
            {
                Pairs = [.. histograms.Pairs.Select(pair => pair with { First = "1", Second = "2" })],
            },
            FeatureCorrelation correlation => correlation with
            {
                Utterances =
                [
                    .. correlation.Utterances.Take(2).Select((one, i) => one with { Digit = $"{i + 1}", Speaker = "s02" }),
                ],
            },
            LstmGrid grid => grid with { Base = Short(grid.Base) },
            BiLstm both => both with { Seeds = [1], Variants = [.. both.Variants.Select(Short)] },
            _ => experiment,
        };

    private static HmmVariant Small(HmmVariant variant) => variant with { Hmm = variant.Hmm with { States = 2, Mixtures = 2 } };

    private static RecurrentVariant Short(RecurrentVariant variant) =>
        variant with
        {
            Training = variant.Training with
            {
                Epochs = 12,
                BatchSize = 16,
                Optimizer = variant.Training.Optimizer with { LearningRate = 0.02 },
            },
        };

    private static string Text(Measurement measured) =>
        Summary.Of(measured.Figures, null).ToCsv()
        + string.Concat(measured.Tables.Where(table => table.Name != Timings.Name).Select(table => table.ToCsv()));
}
