using Research.Data;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Experiments.SpeechEmotion;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Experiments.Tests.Recognition;

/// <summary>A model of a user's own features answers as its trial did, and takes nothing else.</summary>
public class MatrixClassifierTests
{
    private const int Items = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_packed_model_gives_each_item_the_probabilities_of_its_trial_to_the_last_bit(bool arrays)
    {
        (Dataset data, TrialResult result, MatrixRecognizer packed) = Trained(arrays);
        Dictionary<string, Item> items = data.Items.ToDictionary(item => item.Id);
        foreach (ClassPredictions part in result.Predictions.Cast<ClassPredictions>())
        {
            Assert.True(part.Items.Count >= 9 && part.Predicted.Distinct().Count() == 3, "These predictions tell little.");
            for (int i = 0; i < part.Items.Count; i++)
            {
                (double[] alone, double familiarity) = packed.Answer(items[part.Items[i]].Matrix);
                Assert.Equal(part.Probabilities![i], alone);
                Assert.Equal(Familiarity.Of(result, part.Subset)![i], familiarity);
            }
        }
    }

    [Fact]
    public void The_card_says_what_it_learned_from_and_no_sample_rate()
    {
        (_, _, MatrixRecognizer table) = Trained(arrays: false);
        Assert.Equal("logistic regression C 0.1 over a table of height, width, depth", table.Card.Title);
        Assert.Empty(table.Card.Seen.SampleRatesHz);
        (_, _, MatrixRecognizer arrays) = Trained(arrays: true);
        Assert.Equal("logistic regression C 0.1 over arrays of 3 columns", arrays.Card.Title);
    }

    [Fact]
    public void A_recording_is_refused()
    {
        (_, _, MatrixRecognizer packed) = Trained(arrays: false);
        Assert.Equal(
            "the model learned from a table of height, width, depth, not from recordings; give it one like those.",
            Assert.Throws<ResearchException>(() => packed.Answer(new Waveform([0, 0], 8000))).Message
        );
    }

    public static TheoryData<int, int?> Shapes =>
        new()
        {
            { 0, null },
            { 2, null },
            { int.MaxValue, null },
            { -1, null },
            { 6, 5 },
            { 5, 5 },
            { 6, 0 },
        };

    // The weights are for six values: three columns of arrays, or six of a table.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_package_whose_shape_is_not_that_of_its_weights_is_refused(int width, int? named)
    {
        (_, _, MatrixRecognizer packed) = Trained(arrays: true);
        string[]? columns = named is { } count ? [.. Enumerable.Range(0, count).Select(k => $"c{k}")] : null;
        byte[] package = ModelFiles.Write(new Claiming(packed, new MatrixShape(columns, width)));
        Assert.Contains(
            "weights for 6 values",
            Assert.Throws<ModelFileException>(() => ModelFiles.Read(package, "m", Studies.ModelKinds)).Message,
            StringComparison.Ordinal
        );
    }

    private static (Dataset Data, TrialResult Result, MatrixRecognizer Packed) Trained(bool arrays)
    {
        var rng = Rng.For(3, "tests/matrices");
        Item[] items =
        [
            .. Enumerable
                .Range(0, Items)
                .Select(i => new Item($"i{i:00}", $"class {i % 3}", $"i{i:00}", null, new MatrixContent(Draw(i % 3)))),
        ];
        var data = new Dataset("mine", "own", "digest", Synthetic: false, items);
        var own = OwnData.Of(new GeneratedDataset("mine", () => data), data, arrays ? null : ["height", "width", "depth"], 1);
        var experiment = (Handcrafted)Handcrafted.In(Profile.Quick);
        ExportedModel model = experiment.On(own);
        TrialResult result = new TinyRun([data]).ResultOf(model.Trial);
        ModelCard card = experiment.CardOf(model, own, result);
        Recognizer kept = ModelFiles.Read(model, card, result.Model!, null, Studies.ModelKinds);
        return (data, result, (MatrixRecognizer)ModelFiles.Read(ModelFiles.Write(kept), "m", Studies.ModelKinds));

        Matrix Draw(int level) =>
            Matrix.OfRows([
                .. Enumerable
                    .Range(0, arrays ? 4 + level : 1)
                    .Select(_ => Enumerable.Range(0, 3).Select(k => level + (0.4 * k * rng.NextNormal())).ToArray()),
            ]);
    }

    /// <summary>The weights of a model under another shape.</summary>
    private sealed class Claiming(MatrixRecognizer model, MatrixShape shape) : MatrixRecognizer(model.Card, model.Kind, shape)
    {
        public override Answer Answer(Matrix values) => model.Answer(values);

        public override void WriteWeights(BinaryWriter writer) => model.WriteWeights(writer);
    }
}
