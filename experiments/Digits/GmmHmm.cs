using Research.Data;
using Research.Data.Splits;
using Research.Experiments.Recognition;
using Research.Models.Hmm;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;

namespace Research.Experiments.Digits;

/// <summary>Can left-right GMM-HMMs over MFCC frames recognise spoken digits?</summary>
/// <remarks>
/// <para>Follows: digits-1 steps 9-13 (claims digits-1-036, 037). One left-right model a digit, self and next transitions only, from
/// the first state; equal segments and seeded k-means give the first parameters; Baum-Welch with a small variance added at each step; the digit whose
/// model has the highest Viterbi log-probability wins.</para>
/// <para>Deviations: pomegranate's random start is replaced by segments and k-means; frames are standardised on the training part
/// only (the course's code used all frames, the test part included); a path may end in any state.</para>
/// <para>Run: ./build.sh --target Digits.GmmHmm --profile paper. Cost: about 10 s on two cores.</para>
/// </remarks>
public sealed record GmmHmm : Experiment, ITrainsModels
{
    public override string Question => "Can left-right GMM-HMMs over MFCC frames recognise spoken digits?";

    // Data
    public required double ValidationFraction { get; init; }

    // Features and models
    public required IReadOnlyList<HmmVariant> Variants { get; init; }

    public override IReadOnlyList<FeatureSet> Features =>
        [.. Variants.Append(ForStrangers).Select(variant => variant.Frames.On(Data[0]))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test"),
            MatrixChart.Confusion("Which digit is taken for which, first seed.", "test"),
        ];

    /// <summary>Kept for recordings of strangers: each recording is normalised by itself, which Digits.SpeakerIndependent found to carry over best.</summary>
    public required HmmVariant ForStrangers { get; init; }

    public IReadOnlyList<TrainedModel> Models() =>
        [
            new(StrangersFile, HmmRecognizer.KindName, FrontEndForStrangers),
            new(TrainedFile.NameOf(Data[0].Id), HmmRecognizer.KindName, FrontEnd),
        ];

    private HmmRecognizerSettings FrontEnd => new(DigitFrontEnd.Telephone(Variants[0].Frames), false);

    private HmmRecognizerSettings FrontEndForStrangers => new(DigitFrontEnd.Telephone(ForStrangers.Frames), true);

    private string StrangersFile => TrainedFile.NameOf($"{Data[0].Id}-normalised");

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        int[] classes = data.Classes();
        int[] test = data.Of(Part.Test);
        var outcomes = new List<Outcome>();
        foreach (HmmVariant variant in Variants)
        {
            Matrix[] clips = lab.Read(variant.Frames.On(Data[0]));
            foreach (ulong seed in Seeds)
            {
                Split split = HmmTrial.Validation(data, ValidationFraction, seed);
                int[][] predicted = HmmTrial.Predict(
                    lab,
                    $"{variant.Words}/seed {seed}",
                    clips,
                    classes,
                    data.Labels.Count,
                    split.Train,
                    variant.Hmm,
                    seed,
                    split.Test,
                    test
                );
                outcomes.Add(
                    new(
                        variant.Words,
                        "validation",
                        seed,
                        [.. split.Test.Select(i => classes[i])],
                        predicted[0],
                        data.Labels.Count
                    )
                );
                outcomes.Add(
                    new(variant.Words, "test", seed, [.. test.Select(i => classes[i])], predicted[1], data.Labels.Count)
                );
                lab.Advance(1.0 / (Variants.Count * Seeds.Count));
            }
        }

        Outcome[] shown = [.. outcomes.Where(run => run.Seed == Seeds[0])];
        return new(
            [.. Outcome.Figures(outcomes, Claims())],
            [
                Outcome.Runs(outcomes),
                Outcome.ConfusionTable(shown, data.Labels),
                Outcome.ClassTable(shown, data.Labels),
                BestTwo.Compare(outcomes, "validation", "test"),
            ]
        )
        {
            Files = new Dictionary<string, byte[]>
            {
                [TrainedFile.NameOf(data.Id)] = Kept(lab, data, Variants[0], FrontEnd).ToTrainedFile(),
                [StrangersFile] = Kept(lab, data, ForStrangers, FrontEndForStrangers).ToTrainedFile(),
            },
        };
    }

    // Of the first seed: the first variant is the one whose figures stand in the tables.
    private HmmRecognizer Kept(Lab lab, Dataset data, HmmVariant variant, HmmRecognizerSettings settings)
    {
        Split split = HmmTrial.Validation(data, ValidationFraction, Seeds[0]);
        string name = $"{variant.Words}{(settings.PerUtterance ? ", normalised" : "")}/seed {Seeds[0]}";
        Matrix[] frames = lab.Read(variant.Frames.On(Data[0]));
        return HmmRecognizer.Of(lab, name, data, frames, settings, variant, split, Seeds[0]);
    }

    private static Dictionary<(string, string), string> Claims() =>
        new()
        {
            [("mfcc 13, states 4, mixtures 5, full", "validation")] = "digits-1-036",
            [("mfcc 13, states 4, mixtures 5, full", "test")] = "digits-1-037",
        };
}

/// <summary>Frames and models that go together.</summary>
public sealed record HmmVariant(Frames Frames, HmmSettings Hmm, string Remark)
{
    public string Words => HmmTrial.Words(Frames.Coefficients, Hmm) + (Remark.Length == 0 ? "" : $", {Remark}");
}
