using Research.Features.Sampling;

namespace Research.Experiments.Digits;

/// <summary>Can left-right GMM-HMMs over MFCC frames recognise spoken digits?</summary>
/// <remarks>
/// <para>Follows: digits-1 steps 9-13 (claims digits-1-036, 037). One left-right model a digit, self and next transitions only, from
/// the first state; equal segments and seeded k-means give the first parameters; Baum-Welch with a small variance added at each step; the digit whose
/// model has the highest Viterbi log-probability wins.</para>
/// <para>Deviations: pomegranate's random start is replaced by segments and k-means; frames are standardised on the training part
/// only (the course's code used all frames, the test part included); a path may end in any state.</para>
/// <para>Run: ./build.sh --target Digits.GmmHmm --profile paper.</para>
/// </remarks>
internal sealed record GmmHmm : Experiment, IStudyExperiment, IExportsModels, ITrainsOnOwnData
{
    public override string Question => "Can left-right GMM-HMMs over MFCC frames recognise spoken digits?";

    // Data
    public required Protocol Split { get; init; }

    // Features and models
    /// <summary>The published one first.</summary>
    public required IReadOnlyList<HmmVariant> Variants { get; init; }

    /// <summary>Exported for speakers that no model has heard: each recording is normalised by itself, which Digits.SpeakerIndependent found to carry over best.</summary>
    public required HmmVariant SpeakerIndependent { get; init; }

    public static int Order => 9;

    public static Experiment In(Profile profile)
    {
        // digits-1 says 15 iterations; digits-2 says nothing of them.
        HmmSettings published = DigitSettings.Hmm with
        {
            Iterations = 15,
        };
        var paper = new GmmHmm
        {
            Data = [Datasets.Fsdd],
            Seeds = DigitSettings.FiveSeeds,
            Split = DigitSettings.Published,
            Variants =
            [
                new(MfccFrames.Course(13), published, ""),
                new(MfccFrames.Course(13), published with { Covariance = Covariance.Diagonal }, ""),
                new(MfccFrames.Course(6), published, ""),
                new(MfccFrames.Course(6), published with { Covariance = Covariance.Diagonal }, ""),
                new(MfccFrames.Reported(13), published, "frames 25/10 ms"),
            ],
            SpeakerIndependent = new(MfccFrames.Course(13), DigitSettings.Hmm with { Mixtures = 3 }, ""),
        };
        return profile.UsesRecordings() ? paper : paper with { Data = [Datasets.SyntheticDigits], Seeds = [1, 2] };
    }

    public override IReadOnlyList<Trial> Trials =>
        [.. from variant in Variants from seed in Seeds select TrialOf(variant, seed), ExportedNormalised, Background];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
            .. Listening.May(Data[0])
                ? [Listening.Chart("Synthesised digits of the test part, and how the published model hears them.")]
                : Array.Empty<Chart>(),
        ];

    public IReadOnlyList<ExportedModel> Models() =>
        [
            new(
                NormalisedName,
                ExportedNormalised,
                HmmRecognizer.KindName,
                new HmmRecognizerSettings(DigitFrontEnd.Telephone(SpeakerIndependent.Frames), true)
            )
            {
                Background = Background,
            },
            new(
                Data[0].Id,
                Exported,
                HmmRecognizer.KindName,
                new HmmRecognizerSettings(DigitFrontEnd.Telephone(Variants[0].Frames), false)
            )
            {
                Background = Background,
            },
        ];

    public ExportedModel On(OwnData own) =>
        own.Exported(
            SpeakerIndependent.On(own.Reference, own.Split.Protocol, own.Split.Seed) with
            {
                PerUtterance = true,
                KeepsModel = true,
            },
            HmmRecognizer.KindName,
            new HmmRecognizerSettings(new DigitFrontEnd(RateSettings.To(own.SampleRateHz), SpeakerIndependent.Frames), true)
        );

    public ModelCard CardOf(ExportedModel model, OwnData own, TrialResult result) =>
        own.CardOf($"Hidden Markov models, {((HmmTrial)model.Trial).VariantName}", result, OwnNote);

    private const string OwnNote =
        "Expects one word, cut to it, as the recordings of its training are. Each class counts as equally likely before anything is heard.";

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        var trained = new VariantRuns<HmmVariant>(Variants, Seeds, variant => variant.Name, TrialOf);
        ClassRun[] runs = trained.Tabulate(inputs, (variant, part) => variant == Variants[0] ? KeyOf(variant, part) : null);
        return new(
            [.. Accuracies.Of(runs)],
            [
                .. ClassTables.Of(runs, Seeds[0], withRecall: false),
                BestTwo.Compare(runs, SubsetNames.Validation, SubsetNames.Test),
                .. Listening.May(Data[0])
                    ? Listening.Tables(inputs.Open(Data[0]), inputs.Of(Exported).Classes(SubsetNames.Test))
                    : [],
            ]
        )
        {
            Files = new Dictionary<string, byte[]> { [ModelCards.File] = ModelCards.Write(Cards(inputs)) },
        };
    }

    private static ClaimKey KeyOf(HmmVariant variant, string part) =>
        FsddAccuracy.Key(
            DigitSettings.First,
            "gmm-hmm",
            "gmm-hmm",
            $"mfcc {variant.Frames.Coefficients}, mixtures {variant.Hmm.Mixtures}, iterations {variant.Hmm.Iterations}",
            part
        );

    private (string Name, ModelCard Card)[] Cards(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        TrialResult background = inputs.Of(Background);
        return
        [
            (NormalisedName, DigitCards.Of(data, ExportedNormalised, inputs).WithBackground(background)),
            (data.Id, DigitCards.Of(data, Exported, inputs).WithBackground(background)),
        ];
    }

    private string NormalisedName => $"{Data[0].Id}-normalised";

    private HmmTrial Exported => TrialOf(Variants[0], Seeds[0]);

    private HmmTrial ExportedNormalised => TrialOf(SpeakerIndependent, Seeds[0]) with { PerUtterance = true, KeepsModel = true };

    private BackgroundTrial Background => DigitCards.Background(Data[0], Split, Seeds[0]);

    private HmmTrial TrialOf(HmmVariant variant, ulong seed) =>
        variant.On(Data[0], Split, seed) with
        {
            KeepsModel = variant == Variants[0] && seed == Seeds[0],
        };
}
