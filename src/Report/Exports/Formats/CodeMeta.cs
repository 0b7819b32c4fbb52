using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>codemeta.json: the package for catalogues of research software (CodeMeta 3.0, JSON-LD over schema.org).</summary>
internal static class CodeMeta
{
    private const string File = "codemeta.json";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        CitationFile citation = input.Citation;
        yield return JsonText.File(
            File,
            new JsonObject
            {
                ["@context"] = "https://w3id.org/codemeta/3.0",
                ["type"] = "SoftwareSourceCode",
                ["name"] = citation.Title,
                ["description"] = citation.Abstract,
                ["version"] = citation.Version,
                ["datePublished"] = citation.Released,
                ["license"] = Spdx.Address(citation.Licence),
                ["author"] = JsonText.Array(citation.Authors.Select(Person)),
                ["programmingLanguage"] = "C#",
                ["runtimePlatform"] = ".NET 10",
            }
                .With("codeRepository", citation.Repository)
                .With("keywords", JsonText.Array(citation.Keywords))
                .With("softwareRequirements", JsonText.Array(Requirements(input)))
                .With("citation", JsonText.Array(input.Documents.Select(Publication)))
        );
    }

    private static JsonObject Person(Author author) =>
        author.IsPerson
            ? new JsonObject
            {
                ["type"] = "Person",
                ["givenName"] = author.Given,
                ["familyName"] = author.Family,
            }.With("id", author.Orcid.Length > 0 ? $"https://orcid.org/{author.Orcid}" : "")
            : new JsonObject { ["type"] = "Organization", ["name"] = author.Family };

    private static IEnumerable<JsonNode> Requirements(ExportInput input) =>
        PackageList
            .Of(input.Root)
            .Where(package => package.UsedBy == "program")
            .Select(package =>
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = "SoftwareApplication",
                        ["identifier"] = package.Url,
                        ["name"] = package.Name,
                        ["version"] = package.Version,
                    }
            );

    private static string TypeOf(Work document) =>
        document.Type switch
        {
            "thesis" => "Thesis",
            "report" => "Report",
            _ => "ScholarlyArticle",
        };

    // The package repeats these studies; a referencePublication would be a text about the package.
    private static JsonObject Publication(Work document) =>
        new JsonObject
        {
            ["type"] = TypeOf(document),
            ["name"] = document.Title,
            ["author"] = JsonText.Array(document.Authors.Select(Person)),
        }
            .With("datePublished", document.Issued)
            .With("url", document.Address);
}
