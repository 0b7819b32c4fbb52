using System.Globalization;
using Research.Report.Exports.Input;

namespace Research.Report.Exports.Cards;

/// <summary>The text of a model's card: what it tells, how to use it, how good it is, what it cannot, whose data are in it.</summary>
internal static class CardText
{
    public static string Of(ExportInput input, ModelFile model, ModelRights rights)
    {
        string name = $"{model.Experiment.Target}/{model.Name}";
        string file = $"{model.Experiment.Target}-{model.Name}.rmodel"; // of two experiments models may have one name
        return $"""
            # {Capital(model.Text("title"))}

            {model.Text("note")} Model `{name}` of "{input.Citation.Title}".

            Classes: {string.Join(", ", model.Texts("labels"))}.

            ## Use

            ```
            {model.Experiment.CommandIn(input.Profile)}
            ./research.sh models export {name} {file}
            ./research.sh predict {file} recording.wav
            ```

            ## Score

            | | |
            | --- | --- |
            {string.Join('\n', Facts(model, rights.Data).Select(fact => $"| {fact.What} | {fact.Value} |"))}

            ## Limits

            It knows its classes and nothing else: of any recording it names one of them. `research predict` warns of recordings that are unlike those that it learned from.

            ## Licences

            A model carries the licences of the data, and of the weights of others, that it was made from. Its experiment read these, of which other models of it may need some alone:

            {string.Join(
                '\n',
                rights.All.Select(item => $"- {item.Work.Id} ({item.Work.Title}): {item.Licence}. {item.Work.Note}")
            )}

            ## Provenance

            Tables of the run: `{input.PathOf(model.Experiment.Study.Name, model.Experiment.Name)}`{Origin(model.Experiment)}.

            """.ReplaceLineEndings(
            "\n"
        );
    }

    private static IEnumerable<(string What, string Value)> Facts(ModelFile model, Work data)
    {
        string digest = model.Text("datasetDigest");
        string heard = string.Join(", ", model.Card.GetProperty("seen").GetProperty("sampleRatesHz").EnumerateArray());
        yield return (
            "learned from",
            $"{model.Card.GetProperty("learnedFrom").GetRawText()} items of {data.Id}, version {model.Text("datasetVersion")}, {digest}"
        );
        yield return ("tested on", $"{Plain(model.Number("score", "items"))} others, {model.Text("score", "split")}");
        yield return ("accuracy", Rounded(model, "score", "accuracy"));
        yield return ("unweighted average recall", Rounded(model, "score", "unweightedAverageRecall"));
        yield return (
            "has heard",
            $"{heard} Hz, {Rounded(model, "seen", "shortestSeconds")} to {Rounded(model, "seen", "longestSeconds")} s"
        );
        yield return (
            "expected calibration error",
            $"{Rounded(model, "calibration", "errorAfter")} ({Rounded(model, "calibration", "errorBefore")} without its temperature of {Rounded(model, "calibration", "temperature")})"
        );
        yield return ("known recordings that it calls unfamiliar", Rounded(model, "familiar", "refused"));
    }

    private static string Origin(ExportedExperiment experiment) =>
        experiment.Folder.Run is { } run
            ? $"; fingerprint `{run.Fingerprint}`; made on {run.OperatingSystem}, {run.Architecture}"
            : "";

    private static string Rounded(ModelFile model, string part, string member) =>
        model.Number(part, member).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
