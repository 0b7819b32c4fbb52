using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Experiments.SpeechEmotion;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Results.Trials;
using Research.Tests;

namespace Research.Experiments.Tests.Recognition;

/// <summary>A packed model hears one recording and answers with the bits that its trial gave the same recording among all others.</summary>
public class BatchAnswersTests
{
    public static TheoryData<string> Names => [.. TinyModels.Names];

    [Fact]
    public void Every_kind_of_model_that_hears_recordings_is_tried() => // MatrixClassifierTests try the other
        Assert.Equal(
            Studies.ModelKinds.Select(kind => kind.Name).Except([MatrixClassifier.KindName]),
            TinyModels.Names.Select(name => TinyModels.Of(name).Packed.Kind).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_packed_model_gives_each_recording_the_probabilities_of_its_trial_to_the_last_bit(string name)
    {
        TinyModel model = TinyModels.Of(name);
        Dictionary<string, Item> items = model.Data.Items.ToDictionary(item => item.Id);
        foreach (ClassPredictions part in model.Result.Predictions.Cast<ClassPredictions>())
        {
            double[][] batch = part.Probabilities ?? Refitted(model, part);
            Assert.True(
                part.Items.Count >= 6 && Familiarity.Of(model.Result, part.Subset)!.Distinct().Count() > 1,
                "These predictions tell little."
            );
            Assert.Equal(part.Classes, model.Packed.Card.Labels);
            for (int i = 0; i < part.Items.Count; i++)
            {
                Answer answer = model.Packed.Answer(items[part.Items[i]].Waveform);
                double[] alone = answer.Probabilities;
                Assert.Equal(Familiarity.Of(model.Result, part.Subset)![i], answer.Familiarity);
                Assert.Equal(model.Background is { } known ? Familiarity.Of(known, part.Subset)![i] : null, answer.Background);
                Assert.Equal(part.Predicted[i], Array.IndexOf(alone, alone.Max()));
                Assert.True(batch[i].SequenceEqual(alone), $"{part.Items[i]} has other bits.");
            }
        }
    }

    // A trial of vectors keeps no probabilities, so its training is done once more here, from the features that it read.
    private static double[][] Refitted(TinyModel model, ClassPredictions part)
    {
        var trial = (VectorTrial)model.Exported.Trial;
        Matrix rows = VectorSet.Rows(TinyModels.Run.Read(trial.Vectors[0]));
        int[] classes = SplitItems.Of(model.Data).ClassIndices();
        Matrix training = rows.Take(model.Train);
        var scaling = Standardizer.Fit(training);
        int[] truth = [.. model.Train.Select(i => classes[i])];
        var fitted = (LogisticRegression)trial.Classifier.Fit(scaling.Apply(training), truth, part.Classes.Count, trial.Seed);
        var places = Enumerable.Range(0, model.Data.Items.Count).ToDictionary(i => model.Data.Items[i].Id);
        Matrix answers = fitted.Probabilities(scaling.Apply(rows.Take([.. part.Items.Select(id => places[id])])));
        return [.. Enumerable.Range(0, answers.Rows).Select(i => answers.Row(i).ToArray())];
    }
}
