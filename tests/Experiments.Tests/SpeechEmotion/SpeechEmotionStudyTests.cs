using Research.Corpora;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Experiments.SpeechEmotion;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Experiments.Tests.SpeechEmotion;

/// <summary>Every experiment on a tiny generated set.</summary>
public class SpeechEmotionStudyTests
{
    private const double Chance = 1.0 / 7; // seven emotions

    private static readonly Dataset Tiny = SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 7, 3, 7);
    private static readonly Dataset Other = SyntheticSpeechEmotion.Make("synthetic-speech-emotion-other", 8, 2, 2);
    private static readonly Dataset Digits = SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3], 3);
    private static readonly TinyRun Run = new(Tiny, Other, Digits);
    private static readonly Lazy<Dictionary<string, Measurement>> Measured = new(() =>
        SpeechEmotionStudy
            .Study.Experiments(Profile.Quick)
            .ToDictionary(experiment => experiment.Name, experiment => Run.Tabulate(Small(experiment)))
    );

    [Theory]
    [InlineData("Handcrafted", 0.5)]
    [InlineData("CrossCorpus", 0.5)]
    [InlineData("AttentionBlstm", 0.1)]
    [InlineData("LocalAttention", 0.1)]
    public void Every_experiment_fills_its_tables_and_beats_chance_by_its_margin_on_a_tiny_set(string name, double margin)
    {
        Measurement measured = Measured.Value[name];
        Assert.All(measured.Tables, table => Assert.NotEmpty(table.Rows));
        Assert.All(measured.Figures, figure => Assert.True(double.IsFinite(figure.Mean), figure.Variant));
        Figure[] uars = [.. measured.Figures.Where(figure => figure.Metric == "uar")];
        Assert.NotEmpty(uars);
        string seen = string.Join("; ", uars.Select(figure => $"{figure.Variant}, {figure.Split}: {figure.Mean:0.000}"));
        Assert.True(uars.Max(figure => figure.Mean) > Chance + margin, seen);
    }

    [Fact]
    public void The_network_for_six_classes_has_the_studys_parameters_layer_by_layer()
    {
        AttentionBlstm paper = (AttentionBlstm)SpeechEmotionStudy.Study.Experiment("AttentionBlstm", Profile.Paper);
        var small = (AttentionBlstm)Small(SpeechEmotionStudy.Study.Experiment("AttentionBlstm", Profile.Quick));
        Measurement measured = TinyRun.Measure(
            small with
            {
                Published = small.Published with
                {
                    Network = paper.Published.Network,
                    Training = small.Published.Training with { Epochs = 1 },
                },
            },
            Tiny
        );
        Dictionary<string, double> counts = measured
            .Figures.Where(figure => figure.Metric == "parameters")
            .ToDictionary(figure => figure.Class, figure => figure.Mean);
        Assert.Equal(758_022, counts["total"]);
        Assert.Equal(620_544, counts["recurrent"]);
        Assert.Equal(131_072, counts["project"]);
        Assert.Equal(256, counts["score"]);
        Assert.Equal(6150, counts["output"]);
    }

    [Theory]
    [InlineData("Handcrafted")]
    [InlineData("AttentionBlstm")]
    public void A_kept_model_and_its_package_give_the_same_answer_to_the_last_bit(string name)
    {
        var experiment = (IExportsModels)Small(SpeechEmotionStudy.Study.Experiment(name, Profile.Quick));
        ExportedModel model = experiment.Models()[0];
        byte[] weights = Run.ResultOf(model.Trial).Model!;
        TrialResult background = Run.ResultOf(model.Background!);
        ModelCard card = ModelCards.Read(Measured.Value[name].Files[ModelCards.File])[model.Name];
        Recognizer kept = ModelFiles.Read(model, card, weights, background.Model, Studies.ModelKinds);
        Recognizer exported = ModelFiles.Read(ModelFiles.Write(kept), "test.rmodel", Studies.ModelKinds);
        Item[] items = [.. Tiny.Items.Take(5)];
        Assert.All(items, item => Assert.Equal(kept.Probabilities(item.Waveform), exported.Probabilities(item.Waveform)));
        Assert.All(items, item => Assert.Equal(1, kept.Probabilities(item.Waveform).Sum(), 9));
        Assert.Equal(weights, WeightsOf(exported));
        Assert.Equal(background.Model, exported.Background!.ToBytes());
        Assert.True(exported.Card.Background!.Least < 0, "The range of a background, a log-density of 39 numbers, lies below 0.");
    }

    private static byte[] WeightsOf(Recognizer model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.WriteWeights(writer);
        writer.Flush();
        return stream.ToArray();
    }

    // Few speakers and clips: two classes of a small set must not ask for more clips than there are.
    private static Experiment Small(Experiment experiment) =>
        experiment switch
        {
            LocalAttention local => local with
            {
                SmallSet = 40,
                Speakers = OfTiny(local.Speakers),
                Published = local.Published with { Training = local.Published.Training with { Epochs = 2 } },
                Corrected = local.Corrected with { Steps = 60 },
            },
            AttentionBlstm blstm => blstm with
            {
                PublishedTestPerClass = 3,
                Speakers = OfTiny(blstm.Speakers),
                Published = blstm.Published with { Training = blstm.Published.Training with { Epochs = 2 } },
                Honest = blstm.Honest with { Steps = 40 },
            },
            CrossCorpus cross => cross with { Network = cross.Network with { Steps = 12 } },
            StrangersExperiment strangers => strangers with { Voices = [] }, // StrangersTests has them
            _ => experiment,
        };

    private static SpeakerTrials OfTiny(SpeakerTrials speakers) =>
        speakers with
        {
            Speakers = new Dictionary<string, IReadOnlyList<string>>
            {
                [Tiny.Id] = [.. Tiny.Items.Select(item => item.Group).Distinct().Order(StringComparer.Ordinal)],
            },
        };
}
