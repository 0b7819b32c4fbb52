using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How far do classifiers of one vector a recording get?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 steps 5 and 7 (claims digits-1-029 to 033, digits-2-036 to 040), on the course's recordings with
/// their published vectors, slips included, over many random splits: each report had one split, so the middle 95 % of the splits is
/// the interval and the published figure has a percentile in it. Beside it the speaker-independent figure, and all classifiers on
/// FSDD's published split with derivatives taken over time. Also counts the recordings (claims digits-1-025, 034, 035).</para>
/// <para>Deviations: the reports' splits are not known; the perceptron's random numbers are ours; digits-2 prints 20 layers of 20 but
/// its code has two. Run: ./build.sh --target Digits.Classical --profile paper.</para>
/// </remarks>
public sealed record Classical : Experiment
{
    public override string Question => "How far do classifiers of one vector a recording get?";

    // Data: the course's recordings first, then the ones with a published split
    public required double ValidationFraction { get; init; }

    public required double CourseTestFraction { get; init; }

    public required int CourseSplits { get; init; }

    // Features
    public required Frames Frames { get; init; }

    // Models
    public required IReadOnlyList<CourseClassifier> Digits1 { get; init; }

    public required IReadOnlyList<CourseClassifier> Digits2 { get; init; }

    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset course = lab.Open(Data[0]);
        Dataset main = lab.Open(Data[1]);
        var courseTable = NewCourseTable();
        List<Figure> figures = [.. Counts(course, main)];
        figures.AddRange(Course(lab, course, "digits-1 vectors", Vectors.Digits1(course), Digits1, SplitOfTotal, courseTable));
        figures.AddRange(Course(lab, course, "digits-2 vectors", Vectors.Digits2(course), Digits2, SplitPerClass, courseTable));
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
        Split[] splits =
        [
            .. Enumerable.Range(0, CourseSplits).Select(s => draw(classes, Rng.For((ulong)s, "digits/course split"))),
        ];
        foreach (CourseClassifier classifier in classifiers)
        {
            double[] runs = Work.Select(
                splits.Length,
                s => Accuracy(vectors, classes, data.Labels.Count, splits[s], classifier.Settings, (ulong)s)
            );
            Outcome speakers = SpeakersLeftOut(
                data,
                vectors,
                $"{data.Id}, {name}, {classifier.Settings.Name}",
                classifier.Settings
            );
            lab.Advance(0.5 / (Digits1.Count + Digits2.Count));
            double? published = data.Synthetic ? null : classifier.Published;
            table.Add(
                name,
                classifier.Settings.Name,
                splits[0].Test.Length,
                OrderedSum.Mean(runs),
                Math.Sqrt(OrderedSum.Variance(runs, 1)),
                runs.Min(),
                runs.Max(),
                published,
                published is { } value
                    ? 100
                        * OrderedSum.Mean([
                            .. runs.Select(run =>
                                run < value - 1e-9 ? 1
                                : run <= value + 1e-9 ? 0.5
                                : 0
                            ),
                        ])
                    : null,
                speakers.Confusion.Accuracy
            );
            Figure figure = new()
            {
                Variant = speakers.Variant,
                Split = "test",
                Metric = "accuracy",
                Runs = runs,
                RunsDifferBy = RunsDifferBy.Split,
                TestItems = splits[0].Test.Length,
            };
            foreach (string claim in classifier.Claims)
            {
                string own = claim == classifier.Claims[0] ? "" : ", the report's own code";
                yield return figure with
                {
                    Variant = figure.Variant + own,
                    Claim = claim,
                };
            }

            yield return figure with
            {
                Split = "leave-one-speaker-out",
                Runs = [speakers.Confusion.Accuracy],
                RunsDifferBy = RunsDifferBy.Seed,
                TestItems = speakers.Truth.Length,
            };
        }
    }

    private static double Accuracy(
        Matrix vectors,
        int[] classes,
        int classCount,
        Split split,
        ClassifierSettings settings,
        ulong seed
    )
    {
        int[] predicted = Predict(vectors, classes, classCount, split.Train, split.Test, settings, seed);
        return (double)Enumerable.Range(0, predicted.Length).Count(i => predicted[i] == classes[split.Test[i]])
            / predicted.Length;
    }

    private static Outcome SpeakersLeftOut(Dataset data, Matrix vectors, string variant, ClassifierSettings settings)
    {
        int[] classes = data.Classes();
        var predicted = new int[classes.Length];
        foreach ((_, Split split) in LeaveOneGroupOut.Of([.. data.Clips.Select(clip => clip.Speaker)]))
        {
            int[] own = Predict(vectors, classes, data.Labels.Count, split.Train, split.Test, settings, 0);
            for (int i = 0; i < own.Length; i++)
            {
                predicted[split.Test[i]] = own[i];
            }
        }

        return new(variant, "leave-one-speaker-out", 0, classes, predicted, data.Labels.Count);
    }

    private List<Outcome> Published(Lab lab, Dataset data)
    {
        Matrix vectors = Vectors.OverTime(data, Frames);
        int[] classes = data.Classes();
        int[] test = data.Of(Part.Test);
        var outcomes = new List<Outcome>();
        foreach (ClassifierSettings classifier in Classifiers)
        {
            foreach (ulong seed in Seeds)
            {
                Split split = HmmTrial.Validation(data, ValidationFraction, seed);
                int[] predicted = Predict(
                    vectors,
                    classes,
                    data.Labels.Count,
                    split.Train,
                    [.. split.Test, .. test],
                    classifier,
                    seed
                );
                string variant = $"vectors {vectors.Columns}, {classifier.Name}";
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

    // Standardised on the training rows.
    private static int[] Predict(
        Matrix vectors,
        int[] classes,
        int classCount,
        int[] train,
        int[] test,
        ClassifierSettings settings,
        ulong seed
    )
    {
        Matrix rows = vectors.Take(train);
        Standardizer standardizer = Standardizer.Fit(rows);
        int[] own = [.. train.Select(i => classes[i])];
        return settings.Fit(standardizer.Apply(rows), own, classCount, seed).Predict(standardizer.Apply(vectors.Take(test)));
    }

    private static ResultTable NewCourseTable() =>
        new(
            "course",
            Column.Text("vectors"),
            Column.Text("classifier"),
            Column.Count("test_items"),
            Column.Number("mean", 4),
            Column.Number("sd", 4),
            Column.Number("min", 4),
            Column.Number("max", 4),
            Column.Number("published", 4),
            Column.Number("percentile_of_published", 1),
            Column.Number("leave_one_speaker_out", 4)
        );
}

/// <summary>A classifier of a report's step 7, what the report published of it, and the claims that say so.</summary>
public sealed record CourseClassifier(ClassifierSettings Settings, double Published, IReadOnlyList<string> Claims);
