using Research.Corpora;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Experiments;
using Research.Experiments.Digits;
using Research.Experiments.Tests;
using Research.Pipeline;

namespace Research.Cli.Tests.Models;

/// <summary>A digit recogniser that has heard three synthesised digits, as a package.</summary>
internal static class TinyModel
{
    private static readonly Lazy<byte[]> Package = new(Make);

    /// <summary>The recordings that it learned from, and others.</summary>
    public static Dataset Data { get; } = SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3, 6], 9);

    public static byte[] Bytes => Package.Value;

    private static byte[] Make()
    {
        var experiment = (GmmHmm)GmmHmm.In(Profile.Quick) with { Seeds = [1] };
        var run = new TinyRun(Data);
        ExportedModel model = experiment.Models()[0];
        ModelCard card = ModelCards.Read(run.Tabulate(experiment).Files[ModelCards.File])[model.Name];
        var texts = new Dictionary<string, string>
        {
            ["licence.txt"] = "Data synthetic-digits: MIT\n",
            ["citation.txt"] = "This package.\n",
        };
        byte[] weights = run.ResultOf(model.Trial).Model!;
        return ModelFiles.Write(
            ModelFiles.Read(model, card, weights, run.ResultOf(model.Background!).Model, Studies.ModelKinds),
            texts
        );
    }
}
