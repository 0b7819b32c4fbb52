using Research.Data;
using Research.Experiments.Digits;
using Research.Experiments.Recognition;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;

namespace Research.Experiments.SpeechEmotion;

/// <summary>How far do one vector an utterance and a classical classifier get?</summary>
/// <remarks>
/// <para>The baseline that the study lacks. Vectors: pyAudioAnalysis's mid-term statistics, as published and with its slips mended, and 132 prosodic values of ours, which leave
/// out what a microphone or a vocal tract decides. Standardised on the training clips. Each with a random split, whose speakers are in training and test, and with every
/// speaker left out once.</para>
/// <para>"own speaker's scale": each speaker's vectors are first brought to that speaker's mean and deviation. No label is read, but all recordings of the tested speaker
/// must be there, so that it is no figure for a single recording of a stranger.</para>
/// <para>Deviations: the settings were chosen with figures of both corpora in sight (docs/speech-emotion.md says how many): a little optimistic.
/// Run: ./build.sh --target SpeechEmotion.Handcrafted --profile paper. Cost: about 8 min on one core, with its features.</para>
/// </remarks>
public sealed record Handcrafted : Experiment, ITrainsModels
{
    private const string OwnScale = "own speaker's scale";

    public override string Question => "How far do one vector an utterance and a classical classifier get?";

    // Data
    public required double TestFraction { get; init; }

    // Features and models
    public required IReadOnlyList<EmotionVectors> Vectors { get; init; }

    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    /// <summary>The classifier that gives probabilities, over the prosodic vectors: kept for prediction.</summary>
    public required EmotionVectors KeptVectors { get; init; }

    public required LogisticClassifierSettings Kept { get; init; }

    public override IReadOnlyList<FeatureSet> Features =>
        [.. Data.SelectMany(data => Vectors.Append(KeptVectors).Distinct().Select(vectors => vectors.On(data)))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies(
                "Every speaker left out once. Bars of forests are means over the seeds.",
                EmotionTables.SpeakersOut
            ),
            BarChart.Accuracies(
                "Random splits share their speakers between training and test: what the study published.",
                "random split"
            ),
            EmotionTables.SpeakerChart(),
            MatrixChart.Confusion("Which emotion is taken for which, first seed.", EmotionTables.SpeakersOut),
        ];

    public IReadOnlyList<TrainedModel> Models() =>
        [.. Data.Select(data => new TrainedModel(TrainedFile.NameOf(data.Id), VectorRecognizer.KindName, KeptVectors))];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        var results = new EmotionTables();
        double share = 1.0 / (Data.Count * 2 * Vectors.Count * Classifiers.Count);
        foreach (DatasetRef source in Data)
        {
            Dataset data = lab.Open(source);
            foreach (EmotionVectors vectors in Vectors)
            {
                Matrix rows = VectorSet.Rows(lab.Read(vectors.On(source)));
                Evaluate(lab, results, data, rows, vectors.Words, share);
                Evaluate(lab, results, data, SpeakerScaling.BySpeaker(data, rows), $"{vectors.Words}, {OwnScale}", share);
            }
        }

        return results.ToMeasurement(Seeds[0]) with
        {
            Files = KeptModels(lab),
        };
    }

    private void Evaluate(Lab lab, EmotionTables results, Dataset data, Matrix rows, string words, double share)
    {
        VectorTrial trial = VectorTrial.Of(data, rows);
        foreach (ClassifierSettings classifier in Classifiers)
        {
            string variant = $"{data.Id}, {words}, {classifier.Name}";
            foreach (ulong seed in Seeds)
            {
                ThreeParts parts = ThreeParts.Random(trial.Classes, TestFraction, TestFraction, seed);
                int[] train = [.. parts.Train.Concat(parts.Validation).Order()];
                int[] random = trial.Predict(train, parts.Test, classifier, seed);
                results.Add(data, variant, "random split", seed, parts.Test, random);
            }

            // A classifier without chance in it has one answer for each speaker.
            foreach (ulong seed in classifier is ForestClassifierSettings ? Seeds : [Seeds[0]])
            {
                int[] left = SpeakersLeftOut.Predict(
                    data,
                    split => trial.Predict(split.Train, split.Test, classifier, seed),
                    () => { }
                );
                results.AddSpeakers(data, variant, seed, left);
            }

            lab.Advance(share);
        }
    }

    private Dictionary<string, byte[]> KeptModels(Lab lab) =>
        Data.ToDictionary(
            source => TrainedFile.NameOf(source.Id),
            source =>
            {
                Dataset data = lab.Open(source);
                VectorTrial trial = VectorTrial.Of(data, VectorSet.Rows(lab.Read(KeptVectors.On(source))));
                return VectorRecognizer.Train(data, trial, KeptVectors, Kept, TestFraction, Seeds[0]).ToTrainedFile();
            }
        );
}
