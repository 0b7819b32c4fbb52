using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>.zenodo.json: what Zenodo takes as the description of a release.</summary>
/// <remarks>Source: Zenodo's deposit metadata (developers.zenodo.org, "Representation").</remarks>
internal static class Zenodo
{
    private const string File = ".zenodo.json";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        CitationFile citation = input.Citation;
        yield return JsonText.File(
            File,
            new JsonObject
            {
                ["title"] = citation.Title,
                ["upload_type"] = "software",
                ["description"] = $"<p>{System.Net.WebUtility.HtmlEncode(citation.Abstract)}</p>",
                ["version"] = citation.Version,
                ["publication_date"] = citation.Released,
                ["access_right"] = "open",
                ["license"] = citation.Licence,
                ["creators"] = JsonText.Array(citation.Authors.Select(Creator)),
            }
                .With("keywords", JsonText.Array(citation.Keywords))
                .With("references", JsonText.Array(input.Documents.Select(Reference)))
                .With("related_identifiers", JsonText.Array(Related(input)))
        );
    }

    private static JsonObject Creator(Author author) =>
        new JsonObject { ["name"] = author.SortedName }.With("orcid", author.Orcid);

    // What it repeats, and the data that it needs; one line an address, as Zenodo takes none twice.
    private static IEnumerable<JsonNode> Related(ExportInput input) =>
        input
            .Documents.Select(document => Related(document, "cites", KindOf(document)))
            .Concat(input.Report.Pins.Datasets.Select(data => Related(Work.Of(data), "requires", "dataset")))
            .Where(item => item.Identifier.Length > 0)
            .DistinctBy(item => item.Identifier)
            .Select(item =>
                (JsonNode)
                    new JsonObject
                    {
                        ["identifier"] = item.Identifier,
                        ["relation"] = item.Relation,
                        ["resource_type"] = item.Type,
                    }
            );

    // The studies, most of which have no address by which they could be related.
    private static string Reference(Work document) =>
        string.Join(
            ". ",
            new[]
            {
                string.Join("; ", document.Authors.Select(author => author.SortedName)),
                document.Issued.Split('-')[0],
                document.Title,
                document.Note,
            }.Where(part => part.Length > 0)
        );

    private static string KindOf(Work document) =>
        document.Type switch
        {
            "thesis" => "publication-thesis",
            "report" => "publication-report",
            "paper-conference" => "publication-conferencepaper",
            _ => "publication-other",
        };

    private static (string Identifier, string Relation, string Type) Related(Work work, string relation, string type) =>
        (work.Doi.Length > 0 ? work.Doi : work.Address, relation, type);
}
