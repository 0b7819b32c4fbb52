using Research.Report.Exports.Cards;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>models/EXPERIMENT/NAME/README.md: the card of each model that an experiment exports, in Markdown with Hugging Face's metadata.</summary>
/// <remarks>Source: the model card metadata of huggingface.co (modelcard.md, "model-index").</remarks>
internal static class ModelCards
{
    public static IEnumerable<ExportedFile> Of(ExportInput input) => ModelFile.All(input).Select(model => Card(input, model));

    /// <summary>Says which experiments wrote cards that are not committed.</summary>
    public static IEnumerable<string> Missing(ExportInput input) =>
        ModelFile
            .Missing(input)
            .Select(target =>
                $"no cards of {target}'s models: its run wrote {ModelFile.File}, which results/{input.Profile} lacks or has of another run; ./build.sh --target Accept --profile {input.Profile} puts it there"
            );

    private static ExportedFile Card(ExportInput input, ModelFile model)
    {
        var rights = ModelRights.Of(input, model);
        return ExportedFile.OfText(
            $"models/{model.Experiment.Target}/{model.Name}/README.md",
            $"---\n{CardMetadata.Of(model, rights)}---\n\n{CardText.Of(input, model, rights)}"
        );
    }
}
