using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How well does a recogniser do on a voice that it has never heard?</summary>
/// <remarks>
/// <para>Beyond the documents: every published figure shares its speakers between training and test. Here each speaker is left out in
/// turn, with and without cepstral mean and variance normalisation of each utterance (Viikki and Laurila, 1998).</para>
/// <para>Run: ./build.sh --target Digits.SpeakerIndependent --profile paper. Cost: about 3 min on two cores.</para>
/// </remarks>
public sealed record SpeakerIndependent : Experiment
{
    private const string SplitName = "leave-one-speaker-out";
    private const string Normalisation = ", normalised per utterance";

    public override string Question => "How well does a digit recogniser do on a voice that it has never heard?";

    // Features and models
    public required IReadOnlyList<HmmVariant> Plain { get; init; }

    public required IReadOnlyList<HmmVariant> Normalised { get; init; }

    /// <summary>Networks over plain and over normalised frames; a fifth of the training clips stops the training.</summary>
    public required IReadOnlyList<LstmVariant> LstmPlain { get; init; }

    public required IReadOnlyList<LstmVariant> LstmNormalised { get; init; }

    public required double ValidationFraction { get; init; }

    public required Frames VectorFrames { get; init; }

    public required SvmSettings Svm { get; init; }

    public override IReadOnlyList<FeatureSet> Features =>
        [
            .. Plain.Concat(Normalised).Select(variant => variant.Frames.On(Data[0])),
            .. LstmPlain.Concat(LstmNormalised).Select(variant => variant.Frames.On(Data[0])),
            Vectors,
        ];

    private VectorSet Vectors =>
        new()
        {
            Data = Data[0],
            Frames = VectorFrames,
            Form = VectorForm.OverTime,
        };

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

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        var outcomes = new List<Outcome>();
        double share = 1.0 / ((Plain.Count + Normalised.Count + LstmPlain.Count + LstmNormalised.Count) * Seeds.Count);
        foreach (HmmVariant variant in Plain)
        {
            outcomes.AddRange(Hmm(lab, data, lab.Read(variant.Frames.On(Data[0])), variant, variant.Words, share));
        }

        foreach (HmmVariant variant in Normalised)
        {
            Matrix[] frames = lab.Read(variant.Frames.On(Data[0]));
            Matrix[] clips = Work.Select(frames.Length, i => Standardizer.PerUtterance(frames[i]));
            outcomes.AddRange(Hmm(lab, data, clips, variant, variant.Words + Normalisation, share));
        }

        foreach (LstmVariant variant in LstmPlain)
        {
            outcomes.AddRange(Lstm(lab, data, lab.Read(variant.Frames.On(Data[0])), variant, variant.Words, share));
        }

        foreach (LstmVariant variant in LstmNormalised)
        {
            Matrix[] frames = lab.Read(variant.Frames.On(Data[0]));
            Matrix[] clips = Work.Select(frames.Length, i => Standardizer.PerUtterance(frames[i]));
            outcomes.AddRange(Lstm(lab, data, clips, variant, variant.Words + Normalisation, share));
        }

        outcomes.Add(SupportVectors(data, VectorSet.Rows(lab.Read(Vectors))));
        return new(
            [.. Outcome.Figures(outcomes, new Dictionary<(string, string), string>())],
            [
                Outcome.Runs(outcomes),
                Speakers(data, outcomes),
                Outcome.ConfusionTable(outcomes.Where(run => run.Seed == Seeds[0]), data.Labels),
            ]
        );
    }

    private IEnumerable<Outcome> Hmm(Lab lab, Dataset data, Matrix[] clips, HmmVariant variant, string words, double share)
    {
        foreach (ulong seed in Seeds)
        {
            int[] predicted = SpeakersLeftOut.Predict(
                data,
                split =>
                    HmmTrial.Predict(
                        lab,
                        $"{words}/seed {seed}/without {data.Clips[split.Test[0]].Speaker}",
                        clips,
                        data.Classes(),
                        data.Labels.Count,
                        split.Train,
                        variant.Hmm,
                        seed,
                        split.Test
                    )[0],
                () => lab.Advance(share / data.Clips.Select(clip => clip.Speaker).Distinct().Count())
            );
            yield return new(words, SplitName, seed, data.Classes(), predicted, data.Labels.Count);
        }
    }

    private IEnumerable<Outcome> Lstm(Lab lab, Dataset data, Matrix[] clips, LstmVariant variant, string words, double share)
    {
        int[] classes = data.Classes();
        double each = share / data.Clips.Select(clip => clip.Speaker).Distinct().Count();
        foreach (ulong seed in Seeds)
        {
            int[] predicted = SpeakersLeftOut.Predict(data, split => Predict(split, seed), () => { });
            yield return new(words, SplitName, seed, classes, predicted, data.Labels.Count);
        }

        int[] Predict(Split split, ulong seed)
        {
            int[] known = [.. split.Train.Select(i => classes[i])];
            Split inner = StratifiedSplit.Of(known, ValidationFraction, Rng.For(seed, "digits/validation")).Of(split.Train);
            string name = $"{words}/seed {seed}/without {data.Clips[split.Test[0]].Speaker}";
            return LstmTrial.Run(lab, name, clips, classes, data.Labels.Count, inner, variant, seed, each, split.Test).Predicted[
                0
            ];
        }
    }

    private Outcome SupportVectors(Dataset data, Matrix vectors)
    {
        VectorTrial trial = VectorTrial.Of(data, vectors);
        int[] predicted = trial.SpeakersLeftOut(data, new SvmClassifierSettings("svm rbf", Svm));
        return new($"vectors {trial.Vectors.Columns}, svm rbf", SplitName, Seeds[0], trial.Classes, predicted, trial.ClassCount);
    }

    private static ResultTable Speakers(Dataset data, IEnumerable<Outcome> outcomes)
    {
        var table = new ResultTable(
            "speakers",
            Column.Text("variant"),
            Column.Text("seed"),
            Column.Text("speaker_left_out"),
            Column.Count("correct"),
            Column.Count("items"),
            Column.Number("accuracy", 6)
        );
        foreach (Outcome run in outcomes)
        {
            foreach ((string speaker, Split split) in LeaveOneGroupOut.Of([.. data.Clips.Select(clip => clip.Speaker)]))
            {
                int correct = split.Test.Count(i => run.Predicted[i] == run.Truth[i]);
                table.Add(run.Variant, $"{run.Seed}", speaker, correct, split.Test.Length, (double)correct / split.Test.Length);
            }
        }

        return table;
    }
}
