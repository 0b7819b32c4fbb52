using System.Globalization;
using System.Text;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>models/EXPERIMENT/NAME/README.md: the card of each model that an experiment exports, in Markdown with Hugging Face's metadata.</summary>
/// <remarks>Source: the model card metadata of huggingface.co (modelcard.md, "model-index"). Datasets there are ids of its hub; ours are none, so they stand in the results and the text.</remarks>
internal static class ModelCards
{
    public static IEnumerable<ExportedFile> Of(ExportInput input) =>
        ModelFile
            .All(input)
            .Select(model =>
                ExportedFile.OfText(
                    $"models/{model.Experiment.Target}/{model.Name}/README.md",
                    $"---\n{Metadata(input, model)}---\n\n{Body(input, model)}"
                )
            );

    /// <summary>Says which experiments wrote cards that are not committed.</summary>
    public static IEnumerable<string> Missing(ExportInput input) =>
        ModelFile
            .Missing(input)
            .Select(target =>
                $"no cards of {target}'s models: its run wrote {ModelFile.File}, which results/{input.Profile} does not hold; ./build.sh --target Accept --profile {input.Profile} puts it there"
            );

    private static string Metadata(ExportInput input, ModelFile model)
    {
        Work data = DatasetOf(input, model);
        var yaml = new StringBuilder();
        yaml.Append(Licence(input, model));
        yaml.Append("library_name: research\npipeline_tag: audio-classification\n");
        yaml.Append("tags:\n- research\n").Append(model.Card.GetProperty("synthetic").GetBoolean() ? "- synthetic-data\n" : "");
        yaml.Append("metrics:\n- accuracy\n- recall\n");
        yaml.Append("model-index:\n- name: ").Append(JsonText.Quoted($"{model.Experiment.Target}/{model.Name}")).Append('\n');
        yaml.Append("  results:\n  - task:\n      type: audio-classification\n      name: ")
            .Append(JsonText.Quoted(model.Text("title")))
            .Append('\n');
        yaml.Append("    dataset:\n      type: ")
            .Append(JsonText.Quoted(data.Id))
            .Append("\n      name: ")
            .Append(JsonText.Quoted(data.Title))
            .Append('\n');
        yaml.Append("      revision: ").Append(JsonText.Quoted(model.Text("datasetVersion"))).Append('\n');
        yaml.Append("      split: ").Append(JsonText.Quoted(model.Text("score", "split"))).Append('\n');
        yaml.Append("    metrics:\n").Append(Metric("accuracy", "accuracy", model.Number("score", "accuracy")));
        yaml.Append(Metric("recall", "unweighted average recall", model.Number("score", "unweightedAverageRecall")));
        return yaml.ToString();
    }

    private static string Metric(string type, string name, decimal value) =>
        string.Create(CultureInfo.InvariantCulture, $"    - type: {type}\n      name: {name}\n      value: {value}\n");

    // The hub takes one identifier; where the data have none, or several, the text has to say it.
    private static string Licence(ExportInput input, ModelFile model)
    {
        string[] licences = [.. WorksBehind(input, model).Select(work => work.Licence).Distinct()];
        return licences is [{ Length: > 0 } one]
            ? $"license: {one.ToLowerInvariant()}\n"
            : "license: other\nlicense_name: of-the-data\nlicense_link: README.md#licences\n";
    }

    private static string Body(ExportInput input, ModelFile model)
    {
        Work data = DatasetOf(input, model);
        string name = $"{model.Experiment.Target}/{model.Name}";
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Capital(model.Text("title"))}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{model.Text("note")} Model `{name}` of \"{input.Citation.Title}\".\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Classes: {string.Join(", ", Labels(model))}.\n\n## Use\n\n```\n");
        page.Append(CultureInfo.InvariantCulture, $"{model.Experiment.CommandIn(input.Profile)}\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"./research.sh models export {name} {model.Name}.rmodel\n./research.sh predict {model.Name}.rmodel recording.wav\n```\n\n"
        );
        page.Append("## Score\n\n| | |\n| --- | --- |\n");
        foreach ((string what, string value) in Facts(model, data))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {what} | {value} |\n");
        }

        page.Append("\n## Limits\n\nIt knows its classes and nothing else: of any recording it names one of them. ");
        page.Append("`research predict` warns of recordings that are unlike those that it learned from.\n\n## Licences\n\n");
        page.Append(
            "A model carries the licences of the data, and of the weights of others, that it was made from. This experiment read:\n\n"
        );
        foreach ((Work work, string licence) in Rights(input, model))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {work.Id} ({work.Title}): {licence}. {work.Note}\n");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"\n## Provenance\n\nTables of the run: `{input.PathOf(model.Experiment.Study.Name, model.Experiment.Name)}`"
        );
        page.Append(
            model.Experiment.Folder.Run is { } run
                ? $"; fingerprint `{run.Fingerprint}`; made on {run.OperatingSystem}, {run.Architecture}"
                : ""
        );
        return page.Append(".\n").ToString();
    }

    private static IEnumerable<(string What, string Value)> Facts(ModelFile model, Work data)
    {
        yield return (
            "learned from",
            $"{Whole(model, "learnedFrom")} items of {data.Id}, version {model.Text("datasetVersion")}, {model.Text("datasetDigest")}"
        );
        yield return ("tested on", $"{model.Number("score", "items")} others, {model.Text("score", "split")}");
        yield return ("accuracy", Rounded(model.Number("score", "accuracy")));
        yield return ("unweighted average recall", Rounded(model.Number("score", "unweightedAverageRecall")));
        yield return (
            "has heard",
            $"{string.Join(", ", model.Card.GetProperty("seen").GetProperty("sampleRatesHz").EnumerateArray())} Hz, {Rounded(model.Number("seen", "shortestSeconds"))} to {Rounded(model.Number("seen", "longestSeconds"))} s"
        );
        yield return (
            "expected calibration error",
            $"{Rounded(model.Number("calibration", "errorAfter"))} ({Rounded(model.Number("calibration", "errorBefore"))} without its temperature of {Rounded(model.Number("calibration", "temperature"))})"
        );
        yield return ("known recordings that it calls unfamiliar", Rounded(model.Number("familiar", "refused")));
    }

    private static IEnumerable<string> Labels(ModelFile model) =>
        model.Card.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!);

    private static string Whole(ModelFile model, string member) => model.Card.GetProperty(member).GetRawText();

    private static string Rounded(decimal value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Work DatasetOf(ExportInput input, ModelFile model)
    {
        string id = model.Text("dataset");
        return input.Datasets.FirstOrDefault(work => work.Id == id)
            ?? throw new Numerics.ResearchException(
                $"{model.Experiment.Target}/{model.Name} learned from '{id}', which is not in datasets.lock; run the experiment again."
            );
    }

    private static IEnumerable<Work> WorksBehind(ExportInput input, ModelFile model) =>
        input.Datasets.Where(work => model.Experiment.Data.Contains(work.Id) || work.Id == model.Text("dataset"));

    private static IEnumerable<(Work Work, string Licence)> Rights(ExportInput input, ModelFile model)
    {
        Dictionary<string, string> words = input
            .Report.Pins.Datasets.Select(entry => (entry.Id, entry.Licence))
            .Concat(input.Report.Pins.Generated.Select(entry => (entry.Id, entry.Licence)))
            .ToDictionary();
        return WorksBehind(input, model).Select(work => (work, words[work.Id]));
    }
}
