using Research.Data;
using Research.Data.Splits;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How far do classifiers of one vector a recording get?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 steps 5 and 7 (claims digits-1-029 to 033, digits-2-036 to 040), on the course's recordings with
/// their published vectors, slips included, and on corrected ones (derivatives over time), over many random splits: each report had one split, so the middle 95 % of the splits is
/// the interval and the published figure has a percentile in it. Beside it the speaker-independent figure, and all classifiers on
/// FSDD's published split with derivatives taken over time. Also counts the recordings (claims digits-1-025, 034, 035).</para>
/// <para>Deviations: the reports' splits are not known; the perceptron's random numbers are ours; digits-2 prints 20 layers of 20 but
/// its code has two. The perceptron stays below: its published accuracy lies in the upper tail of the splits, for scikit-learn's own too.
/// Run: ./build.sh --target Digits.Classical --profile paper. Cost: about 20 s on two cores.</para>
/// </remarks>
public sealed record Classical : Experiment
{
    public override string Question => "How far do classifiers of one vector a recording get?";

    // Data: the course's recordings first, then the ones with a published split
    public required double ValidationFraction { get; init; }

    public required double CourseTestFraction { get; init; }

    public required int CourseSplits { get; init; }

    // Features
    public required Frames Digits1Frames { get; init; }

    public required Frames Digits2Frames { get; init; }

    public required Frames CorrectedFrames { get; init; }

    public required Frames Frames { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [Published1, Published2, Corrected, Main];

    private VectorSet Published1 =>
        new()
        {
            Data = Data[0],
            Frames = Digits1Frames,
            Form = VectorForm.JoinedAlongTime,
        };

    private VectorSet Published2 =>
        new()
        {
            Data = Data[0],
            Frames = Digits2Frames,
            Form = VectorForm.AcrossCoefficients,
        };

    private VectorSet Corrected =>
        new()
        {
            Data = Data[0],
            Frames = CorrectedFrames,
            Form = VectorForm.OverTime,
        };

    private VectorSet Main =>
        new()
        {
            Data = Data[1],
            Frames = Frames,
            Form = VectorForm.OverTime,
        };

    // Models
    public required IReadOnlyList<CourseClassifier> Digits1 { get; init; }

    public required IReadOnlyList<CourseClassifier> Digits2 { get; init; }

    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart
            {
                Table = "course",
                Title = "Course recordings, random splits",
                Says =
                    "Mean accuracy over the splits, from the worst split to the best; the figures that the reports published come from one split each.",
                Labels = ["vectors", "classifier"],
                Value = "mean",
                ValueTitle = "accuracy",
                Low = "min",
                High = "max",
                Published = "published",
            },
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset course = lab.Open(Data[0]);
        Dataset main = lab.Open(Data[1]);
        ResultTable courseTable = CourseTrials.NewTable();
        List<Figure> figures = [.. Counts(course, main)];
        Matrix corrected = VectorSet.Rows(lab.Read(Corrected));
        CourseClassifier[] unpublished1 = [.. Digits1.Select(classifier => classifier.Unpublished())];
        CourseClassifier[] unpublished2 = [.. Digits2.Select(classifier => classifier.Unpublished())];
        figures.AddRange(
            Course(lab, course, "digits-1 vectors", VectorSet.Rows(lab.Read(Published1)), Digits1, SplitOfTotal, courseTable)
        );
        figures.AddRange(Course(lab, course, "digits-1 vectors corrected", corrected, unpublished1, SplitOfTotal, courseTable));
        figures.AddRange(
            Course(lab, course, "digits-2 vectors", VectorSet.Rows(lab.Read(Published2)), Digits2, SplitPerClass, courseTable)
        );
        figures.AddRange(Course(lab, course, "digits-2 vectors corrected", corrected, unpublished2, SplitPerClass, courseTable));
        List<Outcome> outcomes = Published(lab, main);
        figures.AddRange(Outcome.Figures(outcomes, new Dictionary<(string, string), string>()));
        Outcome[] shown = [.. outcomes.Where(run => run.Seed == Seeds[0] && run.Split == "test")];
        return new(
            figures,
            [
                courseTable,
                Outcome.Runs(outcomes),
                Outcome.ConfusionTable(shown, main.Labels),
                Outcome.ClassTable(shown, main.Labels),
                BestTwo.Compare(outcomes, "validation", "test"),
            ]
        );
    }

    private static IEnumerable<Figure> Counts(Dataset course, Dataset main)
    {
        yield return Count(course.Id, "all", course.Clips.Count, "digits-1-025");
        yield return Count(main.Id, "train", main.Of(Part.Train).Length, "digits-1-034");
        yield return Count(main.Id, "test", main.Of(Part.Test).Length, "digits-1-035");
    }

    private static Figure Count(string id, string split, int count, string claim) =>
        new()
        {
            Variant = $"{id}, recordings read",
            Split = split,
            Metric = "utterances",
            Runs = [count],
            IsShare = false,
            Claim = claim,
        };

    private Split SplitOfTotal(int[] classes, Rng rng) => StratifiedSplit.Of(classes, CourseTestFraction, rng);

    private Split SplitPerClass(int[] classes, Rng rng) =>
        StratifiedSplit.WithTrainPerClass(classes, 1 - CourseTestFraction, rng);

    private IEnumerable<Figure> Course(
        Lab lab,
        Dataset data,
        string name,
        Matrix vectors,
        IReadOnlyList<CourseClassifier> classifiers,
        Func<int[], Rng, Split> draw,
        ResultTable table
    )
    {
        int[] classes = data.Classes();
        var trials = new CourseTrials(
            data,
            [.. Enumerable.Range(0, CourseSplits).Select(s => draw(classes, Rng.For((ulong)s, "digits/course split")))]
        );
        foreach (CourseClassifier classifier in classifiers)
        {
            foreach (Figure figure in trials.Run(name, vectors, classifier, table))
            {
                yield return figure;
            }

            lab.Advance(0.25 / (Digits1.Count + Digits2.Count));
        }
    }

    private List<Outcome> Published(Lab lab, Dataset data)
    {
        VectorTrial trial = VectorTrial.Of(data, VectorSet.Rows(lab.Read(Main)));
        int[] classes = trial.Classes;
        int[] test = data.Of(Part.Test);
        var outcomes = new List<Outcome>();
        foreach (ClassifierSettings classifier in Classifiers)
        {
            foreach (ulong seed in Seeds)
            {
                Split split = HmmTrial.Validation(data, ValidationFraction, seed);
                int[] predicted = trial.Predict(split.Train, [.. split.Test, .. test], classifier, seed);
                string variant = $"vectors {trial.Vectors.Columns}, {classifier.Name}";
                int[] held = [.. split.Test.Select(i => classes[i])];
                outcomes.Add(new(variant, "validation", seed, held, predicted[..held.Length], data.Labels.Count));
                outcomes.Add(
                    new(variant, "test", seed, [.. test.Select(i => classes[i])], predicted[held.Length..], data.Labels.Count)
                );
                lab.Advance(0.5 / (Classifiers.Count * Seeds.Count));
            }
        }

        return outcomes;
    }
}

/// <summary>A classifier of a report's step 7, what the report published of it, and the claim that says so.</summary>
public sealed record CourseClassifier(ClassifierSettings Settings, double? Published, string? Claim)
{
    /// <summary>The same classifier where it answers no claim.</summary>
    public CourseClassifier Unpublished() => this with { Published = null, Claim = null };
}
