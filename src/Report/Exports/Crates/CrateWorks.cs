using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Crates;

/// <summary>What a crate speaks of and does not hold: people, documents that published figures, datasets, licences.</summary>
internal static class CrateWorks
{
    /// <summary>A person or an organisation.</summary>
    public static string AddAuthor(CrateGraph graph, Author author) =>
        graph.Add(
            new()
            {
                ["@id"] = author.Orcid.Length > 0 ? $"https://orcid.org/{author.Orcid}" : $"#{Word(author.Name)}",
                ["@type"] = author.IsPerson ? "Person" : "Organization",
                ["name"] = author.Name,
            }
        );

    /// <summary>A text that published figures.</summary>
    public static string AddDocument(CrateGraph graph, Work document) =>
        graph.Add(
            new JsonObject
            {
                ["@id"] = $"#document-{document.Id}",
                ["@type"] = document.Type == "thesis" ? "Thesis" : "ScholarlyArticle",
                ["name"] = document.Title,
                ["description"] = document.Note,
                ["author"] = Authors(graph, document),
            }
                .With("datePublished", document.Issued)
                .With("url", document.Address)
        );

    /// <summary>A dataset of datasets.lock, as a value of the workflow's input of its name.</summary>
    public static string AddDataset(CrateGraph graph, Work data, string licence, string digest)
    {
        string input = AddInput(graph, data);
        string digestId = graph.Add(
            new()
            {
                ["@id"] = $"#digest-{data.Id}",
                ["@type"] = "PropertyValue",
                ["name"] = "content digest",
                ["propertyID"] = "digest of datasets.lock",
                ["value"] = digest,
            }
        );
        return graph.Add(
            new JsonObject
            {
                ["@id"] = $"#data-{data.Id}",
                ["@type"] = "Dataset",
                ["name"] = data.Title,
                ["description"] = data.Note,
                ["version"] = data.Version,
                ["identifier"] = CrateGraph.Reference(digestId),
                ["license"] = CrateGraph.Reference(AddLicence(graph, data.Id, data.Licence, licence)),
                ["creator"] = Authors(graph, data),
                ["datePublished"] = data.Released,
                ["exampleOfWork"] = CrateGraph.Reference(input),
            }.With("url", data.Address)
        );
    }

    /// <summary>The licence by its SPDX identifier, or the words that its owners use.</summary>
    public static string AddLicence(CrateGraph graph, string owner, string spdx, string words) =>
        graph.Add(
            new()
            {
                ["@id"] = spdx.Length > 0 ? Spdx.Address(spdx) : $"#licence-{owner}",
                ["@type"] = "CreativeWork",
                ["name"] = spdx.Length > 0 ? spdx : words,
                ["description"] = spdx.Length > 0 ? $"SPDX licence {spdx}" : words,
            }
        );

    private static string AddInput(CrateGraph graph, Work data) =>
        graph.Add(
            new()
            {
                ["@id"] = $"#input-{data.Id}",
                ["@type"] = "FormalParameter",
                ["additionalType"] = "Dataset",
                ["name"] = data.Id,
                ["description"] = data.Title,
            }
        );

    private static JsonArray Authors(CrateGraph graph, Work work) =>
        CrateGraph.References(work.Authors.Select(author => AddAuthor(graph, author)));

    private static string Word(string name) => Uri.EscapeDataString(name.Replace(' ', '-'));
}
