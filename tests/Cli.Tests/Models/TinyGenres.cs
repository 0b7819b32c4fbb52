using Research.Corpora;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Experiments;
using Research.Experiments.GenreAffect;
using Research.Experiments.Tests;
using Research.Pipeline;

namespace Research.Cli.Tests.Models;

/// <summary>A recogniser of genres that has heard a few generated pieces, as a package.</summary>
internal static class TinyGenres
{
    private static readonly Lazy<byte[]> Package = new(Make);

    /// <summary>The pieces that it learned from, and others.</summary>
    private static readonly Dataset Data = SyntheticMusic.Make("synthetic-music", 7, 8, 5);

    public static byte[] Bytes => Package.Value;

    private static byte[] Make()
    {
        Clips experiment = (Clips)Clips.In(Profile.Quick) with { Variants = [], Splits = [] };
        var run = new TinyRun(Data);
        ExportedModel model = experiment.Models().Single();
        ModelCard card = ModelCards.Read(run.Tabulate(experiment).Files[ModelCards.File])[model.Name];
        return ModelFiles.Write(ModelFiles.Read(model, card, run.ResultOf(model.Trial).Model!, null, Studies.ModelKinds));
    }
}
