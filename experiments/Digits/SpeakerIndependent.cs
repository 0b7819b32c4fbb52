using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Models.Classical;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How well does a recogniser do on a voice that it has never heard?</summary>
/// <remarks>
/// <para>Beyond the documents: every published figure shares its speakers between training and test. Here each speaker is left out in
/// turn, with and without cepstral mean and variance normalisation of each utterance (Viikki and Laurila, 1998).</para>
/// <para>Run: ./build.sh --target Digits.SpeakerIndependent --profile paper.</para>
/// </remarks>
public sealed record SpeakerIndependent : Experiment, IStudyExperiment
{
    public override string Question => "How well does a digit recogniser do on a voice that it has never heard?";

    // Data
    /// <summary>Each is left out once.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    // Features and models
    public required IReadOnlyList<HmmVariant> Plain { get; init; }

    public required IReadOnlyList<HmmVariant> Normalised { get; init; }

    /// <summary>Networks over plain and over normalised frames; a fifth of the training clips stops the training.</summary>
    public required IReadOnlyList<RecurrentVariant> LstmPlain { get; init; }

    public required IReadOnlyList<RecurrentVariant> LstmNormalised { get; init; }

    public required Holdout Validation { get; init; }

    public required MfccFrames VectorFrames { get; init; }

    public required SvmSettings Svm { get; init; }

    public static int Order => 15;

    public static Experiment In(Profile profile)
    {
        HmmVariant[] variants =
        [
            new(MfccFrames.Course(13), DigitSettings.Hmm, ""),
            new(MfccFrames.Course(13), DigitSettings.Hmm with { Mixtures = 3 }, ""),
        ];
        var paper = new SpeakerIndependent
        {
            Data = [Datasets.Fsdd],
            Seeds = DigitSettings.FiveSeeds,
            Speakers = Research.Data.Datasets.Fsdd.Card.Groups,
            Plain = variants,
            Normalised = variants,
            LstmPlain = [LstmSettings.Stopping],
            LstmNormalised = [LstmSettings.Stopping],
            Validation = (Holdout)((PublishedSplit)DigitSettings.Published).Validation,
            VectorFrames = MfccFrames.Reported(13),
            Svm = SvmSettings.ScikitLearn(SvmKernel.Rbf),
        };
        return profile switch
        {
            Profile.Paper => paper,
            Profile.Sample => paper with { Seeds = [1] },
            _ => paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Speakers = Corpora.SyntheticDigits.Card.Groups,
                LstmPlain = [],
                LstmNormalised = [.. paper.LstmNormalised.Select(LstmSettings.Shortened)],
            },
        };
    }

    public override Sample Sampled() => new("the first of five seeds", ["runs", "speakers"]);

    public override IReadOnlyList<Trial> Trials => [.. Folds().SelectMany(run => run.Trials), SupportVectors];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Each speaker left out once; the published figures let every test speaker into training.", null),
            new BarChart
            {
                Table = "speakers",
                Title = "Speaker by speaker, first seed",
                Says = "Some voices are much harder than others: six speakers are few.",
                Where = new Dictionary<string, string> { ["seed"] = "1" },
                Labels = ["variant", "speaker_left_out"],
                Value = "accuracy",
                ValueTitle = "accuracy",
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        Dictionary<string, string> speakers = data.Clips.ToDictionary(clip => clip.Name, clip => clip.Speaker);
        string[] order = [.. data.Clips.Select(clip => clip.Name)];
        ClassRun[] runs =
        [
            .. Folds()
                .Select(run => new ClassRun(
                    run.Variant,
                    SpeakersTable.LeftOut,
                    run.Seed,
                    Evaluation.Tables.Folds.Join(
                        [.. run.Trials.Select(trial => inputs.Of(trial).Classes(PartNames.Test))],
                        order
                    )
                )),
            new($"vectors {Vectors.Length}, svm rbf", SpeakersTable.LeftOut, Seeds[0], inputs.Of(SupportVectors).Classes(PartNames.Test)),
        ];
        ResultTable table = SpeakersTable.New();
        foreach (ClassRun run in runs)
        {
            SpeakersTable.AddEach(table, run, item => speakers[item]);
        }

        return new(
            [.. Accuracies.Of(runs)],
            [RunsTable.Of(runs), table, ConfusionTable.Of([.. runs.Where(run => run.Seed == Seeds[0])])]
        );
    }

    private IEnumerable<(string Variant, ulong Seed, Trial[] Trials)> Folds() =>
        [
            .. Plain.SelectMany(variant => Hmm(variant, false)),
            .. Normalised.SelectMany(variant => Hmm(variant, true)),
            .. LstmPlain.SelectMany(variant => Lstm(variant, false)),
            .. LstmNormalised.SelectMany(variant => Lstm(variant, true)),
        ];

    private IEnumerable<(string Variant, ulong Seed, Trial[] Trials)> Hmm(HmmVariant variant, bool normalised) =>
        Seeds.Select(seed =>
            (
                variant.Name + (normalised ? HmmVariant.Normalised : ""),
                seed,
                (Trial[])
                    [
                        .. Speakers.Select(speaker => new HmmTrial
                        {
                            Dataset = Data[0],
                            AlsoTested = null,
                            Protocol = new GroupLeftOut { Group = speaker, Validation = new NoValidation() },
                            Fold = $"without {speaker}",
                            Frames = variant.Frames,
                            PerUtterance = normalised,
                            Hmm = variant.Hmm,
                            Remark = variant.Remark,
                            KeepsModel = false,
                            Seed = seed,
                        }),
                    ]
            )
        );

    private IEnumerable<(string Variant, ulong Seed, Trial[] Trials)> Lstm(RecurrentVariant variant, bool normalised) =>
        Seeds.Select(seed =>
            (
                variant.Name + (normalised ? HmmVariant.Normalised : ""),
                seed,
                (Trial[])
                    [
                        .. Speakers.Select(speaker => new RecurrentTrial
                        {
                            Dataset = Data[0],
                            Protocol = new GroupLeftOut { Group = speaker, Validation = Validation },
                            Fold = $"without {speaker}",
                            PerUtterance = normalised,
                            Variant = variant,
                            KeepsModel = false,
                            Seed = seed,
                        }),
                    ]
            )
        );

    private VectorSet Vectors =>
        new()
        {
            Data = Data[0],
            Frames = VectorFrames,
            Form = VectorForm.OverTime,
        };

    private VectorTrial SupportVectors =>
        new()
        {
            Vectors = [Vectors],
            VectorsName = $"vectors {Vectors.Length}",
            Scale = GroupScale.None,
            Splits = new EachGroupLeftOut(),
            SplitName = SpeakersTable.LeftOut,
            Classifier = new SvmClassifierSettings("svm rbf", Svm),
            KeepsModel = false,
            Seed = 0,
        };
}
