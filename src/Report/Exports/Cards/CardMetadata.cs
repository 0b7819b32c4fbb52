using System.Globalization;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Cards;

/// <summary>The YAML in front of a model's card.</summary>
/// <remarks>"datasets" there are ids of Hugging Face's hub; ours are none, so they stand in the results and the text.</remarks>
internal static class CardMetadata
{
    public static string Of(ModelFile model, ModelRights rights) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {Licence(rights)}
                library_name: research
                pipeline_tag: audio-classification
                tags:
                - {(model.Card.GetProperty("synthetic").GetBoolean() ? "synthetic-data" : "recordings")}
                metrics:
                - accuracy
                - recall
                model-index:
                - name: {JsonText.Quoted($"{model.Experiment.Target}/{model.Name}")}
                  results:
                  - task:
                      type: audio-classification
                      name: {JsonText.Quoted(model.Text("title"))}
                    dataset:
                      type: {JsonText.Quoted(rights.Data.Id)}
                      name: {JsonText.Quoted(rights.Data.Title)}
                      revision: {JsonText.Quoted(model.Text("datasetVersion"))}
                      split: {JsonText.Quoted(model.Text("score", "split"))}
                    metrics:
                    - type: accuracy
                      name: accuracy
                      value: {model.Number("score", "accuracy")}
                    - type: recall
                      name: unweighted average recall
                      value: {model.Number("score", "unweightedAverageRecall")}

                """
            )
            .ReplaceLineEndings("\n");

    // The hub takes one identifier; where the data have none, or several, the text has to say it.
    private static string Licence(ModelRights rights) =>
        rights.OneLicence.Length > 0
            ? $"license: {rights.OneLicence.ToLowerInvariant()}"
            : "license: other\nlicense_name: of-the-data\nlicense_link: README.md#licences";
}
