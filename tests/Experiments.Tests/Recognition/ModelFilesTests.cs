using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Research.Corpora;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Experiments.Digits;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Experiments.Tests.Recognition;

/// <summary>Packages that anybody may have made, or damaged.</summary>
public class ModelFilesTests
{
    private static readonly Dataset Data = SyntheticDigits.Make("synthetic-digits", 7, 8000, 2, [0, 3], 4);
    private static readonly Lazy<byte[]> Package = new(Make);

    [Fact]
    public void A_package_gives_back_the_model_and_its_texts()
    {
        Recognizer model = ModelFiles.Read(Package.Value, "m", Studies.ModelKinds);
        Assert.Equal(Package.Value, ModelFiles.Write(model, Texts));
        Assert.Equal(Texts, ModelFiles.Texts(Package.Value, "m"));
    }

    [Fact]
    public void Five_hundred_packages_with_one_flipped_bit_are_refused_or_answer_alike()
    {
        double[] answer = Answer(ModelFiles.Read(Package.Value, "m", Studies.ModelKinds));
        var rng = Rng.For(5, "flips");
        int refused = 0;
        for (int i = 0; i < 500; i++)
        {
            byte[] damaged = [.. Package.Value];
            damaged[rng.NextInt(damaged.Length)] ^= (byte)(1 << rng.NextInt(8));
            try
            {
                Assert.Equal(answer, Answer(ModelFiles.Read(damaged, "m", Studies.ModelKinds)));
            }
            catch (ModelFileException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 400, 500); // most of a package is weights and description
    }

    [Fact]
    public void A_package_that_is_cut_off_anywhere_is_refused()
    {
        byte[] whole = Package.Value;
        for (int length = 0; length < whole.Length; length += 97)
        {
            Assert.Throws<ModelFileException>(() => ModelFiles.Read(whole[..length], "m", Studies.ModelKinds));
        }
    }

    public static TheoryData<string> Contradictions() =>
        [
            "a label too few",
            "a label too many",
            "no card",
            "nothing seen",
            "no rates",
            "an unknown kind",
            "an enormous rate",
            "no settings",
            "null",
            "weights too long",
            "weights too short",
            "weights of another size",
        ];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_package_that_contradicts_itself_is_refused_when_it_is_read(string what)
    {
        string said = Assert
            .Throws<ModelFileException>(() => ModelFiles.Read(Contradicting(what), "m", Studies.ModelKinds))
            .Message;
        Assert.StartsWith("m: is ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    // Two megahertz can be brought to the model's eight kilohertz, and int.MaxValue samples no array can hold: only a bound refuses both by name.
    [Theory]
    [InlineData(2_000_000)]
    [InlineData(int.MaxValue)]
    public void An_enormous_rate_is_refused_by_its_number(int rate)
    {
        using var package = new ModelPackage(Package.Value);
        JsonNode json = JsonNode.Parse(package.Find("model.json")!)!;
        json["card"]!["seen"]!["sampleRatesHz"] = new JsonArray(rate);
        byte[] enormous = Repacked(json, package.Find("weights.bin")!);
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Read(enormous, "m", Studies.ModelKinds)).Message;
        Assert.Contains($"{rate} Hz", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_of_another_version_is_named_so_whatever_else_it_says()
    {
        byte[] other = ModelPackage.Write([("model.json", "{\"version\": 5, \"about\": {}}"u8.ToArray())]);
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Read(other, "m", Studies.ModelKinds)).Message;
        Assert.Contains("version 5; this program reads versions 3 to 4", said, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Texts => new() { ["licence.txt"] = "MIT\n", ["citation.txt"] = "This package.\n" };

    private static double[] Answer(Recognizer model) => model.Probabilities(Data.Items[0].Waveform);

    private static byte[] Contradicting(string what)
    {
        using var package = new ModelPackage(Package.Value);
        JsonNode json = JsonNode.Parse(package.Find("model.json")!)!;
        byte[] weights = package.Find("weights.bin")!;
        JsonNode card = json["card"]!;
        var labels = (JsonArray)card["labels"]!;
        switch (what)
        {
            case "a label too few":
                labels.RemoveAt(0);
                break;
            case "a label too many":
                labels.Add("other");
                break;
            case "no card":
                json.AsObject().Remove("card");
                break;
            case "nothing seen":
                card["seen"] = null;
                break;
            case "no rates":
                card["seen"]!["sampleRatesHz"] = new JsonArray();
                break;
            case "an unknown kind":
                json["kind"] = "oracle";
                break;
            case "an enormous rate":
                card["seen"]!["sampleRatesHz"] = new JsonArray(int.MaxValue);
                break;
            case "no settings":
                json["settings"] = new JsonObject();
                break;
            case "null":
                return Repacked(JsonValue.Create((string?)null), weights);
            case "weights too long":
                weights = [.. weights, 0];
                break;
            case "weights too short":
                weights = weights[..^8];
                break;
            default:
                weights = [0xFF, 0xFF, 0xFF, 0x7F, .. weights[4..]];
                break;
        }

        return Repacked(json, weights);
    }

    private static byte[] Repacked(JsonNode? json, byte[] weights) =>
        ModelPackage.Write([("model.json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json))), ("weights.bin", weights)]);

    private static byte[] Make()
    {
        var experiment = (GmmHmm)DigitsStudy.Study.Experiment("GmmHmm", Profile.Quick) with { Seeds = [1] };
        var run = new TinyRun(Data);
        ModelCard card = ModelCards.Read(run.Tabulate(experiment).Files[ModelCards.File])[Data.Id];
        ExportedModel model = experiment.Models().Single(own => own.Name == Data.Id);
        return ModelFiles.Write(ModelFiles.Read(model, card, run.ResultOf(model.Trial).Model!, null, Studies.ModelKinds), Texts);
    }
}
