using System.Reflection;
using System.Text;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Recognition;

// Damaged and contradicting packages of the studies' own kinds: tests/Experiments.Tests/Recognition.
public class ModelFilesTests
{
    private static readonly IReadOnlyList<ModelKind> Kinds = ModelKind.In(Assembly.GetExecutingAssembly());
    private static readonly Waveform Noise = Samples.Wave(Rng.For(2, "tests/model"), 0.5);

    [Fact]
    public void Kinds_are_found_where_they_are_declared()
    {
        ModelKind kind = Assert.Single(Kinds);
        Assert.Equal((LoudnessRecognizer.KindName, typeof(LoudnessSettings)), (kind.Name, kind.Settings));
    }

    [Fact]
    public void A_package_gives_back_the_model_with_its_card_its_settings_and_its_texts()
    {
        var texts = new Dictionary<string, string> { ["licence.txt"] = "MIT\n", ["citation.txt"] = "Nobody.\n" };
        byte[] file = ModelFiles.Write(Model(0.01), texts);
        Recognizer back = ModelFiles.Read(file, "m", Kinds);
        Assert.Equal(Model(0.01).Probabilities(Noise), back.Probabilities(Noise));
        Assert.Equal(new LoudnessSettings(2.5), back.Settings);
        Assert.Equal(Model(0.01).Card.Note, back.Card.Note);
        Assert.Equal(texts, ModelFiles.Texts(file, "m"));
        Assert.Equal(file, ModelFiles.Write(back, texts));
        Assert.NotEqual(file, ModelFiles.Write(Model(0.02), texts));
    }

    [Fact]
    public void A_kind_that_is_not_known_is_named_beside_those_that_are()
    {
        byte[] file = ModelFiles.Write(new Other(Cards.Card));
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Read(file, "m", Kinds)).Message;
        Assert.Contains("of kind 'other'; this program knows loudness", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_bit_of_the_weights_is_told_by_their_sum()
    {
        byte[] file = ModelFiles.Write(Model(0.01));
        byte[] weights = BitConverter.GetBytes(0.01);
        int place = file.AsSpan().IndexOf(weights);
        Assert.True(place > 0);
        file[place] ^= 1;
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Read(file, "m", Kinds)).Message;
        Assert.StartsWith("m: is no model package, or a damaged one:", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_trial_kept_is_read_with_the_exported_models_settings_and_the_card()
    {
        Recognizer model = ModelFiles.Read(Exported, Cards.Card, BitConverter.GetBytes(0.01), null, Kinds);
        Assert.Equal(Model(0.01).Probabilities(Noise), model.Probabilities(Noise));
        Assert.Same(Cards.Card, model.Card);
    }

    [Theory]
    [InlineData(7, "Unable to read beyond the end")]
    [InlineData(9, "1 bytes too many")]
    public void What_a_trial_kept_is_refused_where_it_is_cut_off_or_too_long(int length, string words)
    {
        byte[] weights = new byte[length];
        string said = Assert
            .Throws<ModelFileException>(() => ModelFiles.Read(Exported, Cards.Card, weights, null, Kinds))
            .Message;
        Assert.StartsWith("loud: is damaged:", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_holds_the_background_which_says_how_familiar_a_recording_is_too()
    {
        var background = Background.Fit(Backgrounds.Digits(3).Select(Background.StatisticsOf), 1);
        Recognizer model = ModelFiles.Read(Exported, Cards.Card, BitConverter.GetBytes(0.01), background.ToBytes(), Kinds);
        Recognizer back = ModelFiles.Read(ModelFiles.Write(model), "m", Kinds);
        Assert.Equal(background.FamiliarityOf(Background.StatisticsOf(Noise)), back.Answer(Noise).Background);
        Assert.Equal(Model(0.01).Probabilities(Noise), back.Probabilities(Noise));
        Assert.Equal(Model(0.01).Answer(Noise).Familiarity, back.Answer(Noise).Familiarity);
        Assert.Equal(ModelFiles.Write(model), ModelFiles.Write(back));
    }

    [Fact]
    public void A_package_of_the_version_before_has_no_background()
    {
        byte[] file = ModelFiles.Write(Model(0.01));
        using var package = new ModelPackage(file);
        string json = Encoding.UTF8.GetString(package.Find("model.json")!);
        string before = json.Replace("\"version\": 4", "\"version\": 3", StringComparison.Ordinal);
        Assert.NotEqual(json, before);
        byte[] older = ModelPackage.Write([
            ("model.json", Encoding.UTF8.GetBytes(before)),
            ("weights.bin", package.Find("weights.bin")!),
        ]);
        Answer answer = ModelFiles.Read(older, "m", Kinds).Answer(Noise);
        Assert.Equal(Model(0.01).Answer(Noise).Probabilities, answer.Probabilities);
        Assert.Null(answer.Background);
    }

    [Fact]
    public void A_background_that_is_none_is_refused_in_words()
    {
        byte[] bytes = [.. Background.Fit(Backgrounds.Digits(3).Select(Background.StatisticsOf), 1).ToBytes(), 0];
        string said = Assert
            .Throws<ModelFileException>(() => ModelFiles.Read(Exported, Cards.Card, BitConverter.GetBytes(0.01), bytes, Kinds))
            .Message;
        Assert.Equal("loud: is damaged: its background has 1 bytes too many. Run its experiment again.", said);
    }

    private static ExportedModel Exported => new("loud", new Nothing(), LoudnessRecognizer.KindName, new LoudnessSettings(2.5));

    private static LoudnessRecognizer Model(double threshold) => new(Cards.Card, new LoudnessSettings(2.5), threshold);

    private sealed class Other(ModelCard card) : Recognizer(card, "other", new LoudnessSettings(1))
    {
        protected override Answer AnswerAlone(Waveform waveform) => new([1, 0], 0);

        public override void WriteWeights(BinaryWriter writer) => writer.Write(1.0);
    }

    private sealed record Nothing : Trial
    {
        public override string Description => "nothing";

        public override IReadOnlyList<DatasetRef> Data => [];

        public override TrialResult Run(TrialInputs inputs) => new();
    }
}
