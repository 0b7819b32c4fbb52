using System.Globalization;
using System.Text.Json.Nodes;
using Research.Report.Claims;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;
using Research.Report.Input;
using Research.Report.Pages;
using Research.Results.Claims;
using Research.Results.Folders;

namespace Research.Report.Exports.Formats;

/// <summary>verdicts.json: every published figure beside ours, for programs; its schema (JSON Schema 2020-12) is written beside it.</summary>
/// <remarks>A figure's address is that of its row in the report, and stays as long as its id.</remarks>
internal static class VerdictsJson
{
    private const string File = "verdicts.json";
    private const string Schema = "verdicts.schema.json";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        yield return JsonText.File(File, Json(input));
        yield return ExportedFile.OfText(Schema, Resource.Text(Schema));
    }

    private static JsonObject Json(ExportInput input)
    {
        StudyInput[] studies = [.. input.Report.Studies.Where(study => study.Description.HasClaims && study.Claims is not null)];
        return new JsonObject
        {
            ["$schema"] = Schema,
            ["profile"] = input.Profile,
            ["software"] = new JsonObject
            {
                ["title"] = input.Citation.Title,
                ["version"] = input.Citation.Version,
                ["released"] = input.Citation.Released,
                ["licence"] = input.Citation.Licence,
            },
            ["counts"] = Counts([.. studies.SelectMany(input.ClaimsOf)]),
            ["studies"] = JsonText.Array(studies.Select(study => Study(input, study))),
        };
    }

    private static JsonObject Counts(IReadOnlyList<ClaimRow> rows)
    {
        var counts = new JsonObject();
        foreach ((Outcome outcome, int count) in ClaimRows.CountsOf(rows))
        {
            counts.Add(outcome.Words(), count);
        }

        return counts;
    }

    private static JsonObject Study(ExportInput input, StudyInput study)
    {
        Dictionary<string, Claim> claims = ClaimsOf(input, study.Description).ToDictionary(claim => claim.Id);
        return new JsonObject
        {
            ["name"] = study.Description.Name,
            ["title"] = study.Description.Title,
            ["documents"] = JsonText.Array(study.Description.Documents.Select(document => Document(document))),
            ["figures"] = JsonText.Array(
                input.ClaimsOf(study).Select(row => Figure(input, row, claims.GetValueOrDefault(row.Id)))
            ),
        };
    }

    private static JsonObject Document(StudyDocument document) =>
        new JsonObject
        {
            ["id"] = document.Id,
            ["title"] = document.Title,
            ["authors"] = document.Authors,
        }.With("address", document.Address);

    private static JsonObject Figure(ExportInput input, ClaimRow row, Claim? claim)
    {
        ExportedExperiment? experiment = input.Experiments.FirstOrDefault(found => found.Target == row.Target);
        return new JsonObject
        {
            ["id"] = row.Id,
            ["address"] = $"{HtmlReport.File}#{row.Anchor}",
            ["document"] = claim?.Document,
            ["where"] = row.Place,
            ["variant"] = row.Variant,
            ["dataset"] = claim?.Dataset,
            ["split"] = row.Split,
            ["quantity"] = row.Quantity,
            ["class"] = row.Class,
            ["unit"] = claim?.Unit,
            ["published"] = claim is null ? JsonText.Number(row.Published) : Exact(claim.Value),
            ["ours"] = JsonText.Number(row.Ours),
            ["interval"] = Interval(row),
            ["verdict"] = row.Outcome?.Words() ?? row.Verdict,
            ["reason"] = row.Why.Length > 0 ? row.Why : null,
            ["target"] = experiment?.Target,
            ["command"] = experiment?.CommandIn(input.Profile),
            ["fingerprint"] = experiment?.Folder.Run?.Fingerprint,
            ["table"] = experiment is null ? null : Table(input, experiment),
        };
    }

    private static JsonNode Exact(double value) => JsonText.Number(value.ToString("R", CultureInfo.InvariantCulture))!;

    private static JsonObject? Interval(ClaimRow row) =>
        row.Low.Length == 0
            ? null
            : new JsonObject
            {
                ["low"] = JsonText.Number(row.Low),
                ["high"] = JsonText.Number(row.High),
                ["level"] = 0.95m, // that of every interval of a summary (ADR 5)
            };

    private static JsonObject? Table(ExportInput input, ExportedExperiment experiment) =>
        input.FindResult(experiment.Study.Name, experiment.Name, $"{ResultFolder.Summary}.csv") is { } file
            ? new JsonObject { ["path"] = file.Path, ["sha256"] = file.Sha256 }
            : null;

    // Unit, dataset and exact value stand in the study's own list alone.
    private static IReadOnlyCollection<Claim> ClaimsOf(ExportInput input, StudyDescription study) =>
        study.SourceFolder is { } folder && RepositoryFile.Find(input.Root, $"{folder}/claims.csv") is { } file
            ? ClaimBook.Parse(System.Text.Encoding.UTF8.GetString(file.Bytes)).All
            : [];
}
