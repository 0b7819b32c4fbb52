using System.Globalization;
using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>references.csl.json: the same works for Zotero, pandoc and other citation processors.</summary>
/// <remarks>Source: csl-data.json of the Citation Style Language, schema 1.0.</remarks>
internal static class CslJson
{
    private const string File = "references.csl.json";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        Work[] works = [Work.OfPackage(input.Citation), .. input.Documents, .. input.Datasets];
        yield return JsonText.File(File, JsonText.Array(works.Select(Item)));
    }

    private static JsonObject Item(Work work) =>
        new JsonObject
        {
            ["id"] = work.Id,
            ["type"] = work.Type,
            ["title"] = work.Title,
        }
            .With("author", JsonText.Array(work.Authors.Select(Name)))
            .With("issued", Date(work.Issued))
            .With(work.Type == "paper-conference" ? "container-title" : "publisher", work.PublishedIn)
            .With("version", work.Version)
            .With("DOI", work.Doi)
            .With("URL", work.Address)
            .With("note", work.Note);

    private static JsonObject Name(Author author) =>
        author.IsPerson
            ? new JsonObject { ["family"] = author.Family, ["given"] = author.Given }
            : new JsonObject { ["literal"] = author.Family };

    private static JsonObject With(this JsonObject json, string name, JsonObject? value)
    {
        if (value is not null)
        {
            json.Add(name, value);
        }

        return json;
    }

    private static JsonObject? Date(string issued) =>
        issued.Length == 0
            ? null
            : new JsonObject
            {
                ["date-parts"] = new JsonArray(
                    JsonText.Array(
                        issued
                            .Split('-')
                            .Select(part => (JsonNode)JsonValue.Create(int.Parse(part, CultureInfo.InvariantCulture)))
                    )
                ),
            };
}
