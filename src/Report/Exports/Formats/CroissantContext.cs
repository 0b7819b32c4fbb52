using System.Text.Json.Nodes;

namespace Research.Report.Exports.Formats;

/// <summary>The JSON-LD context that Croissant 1.0 recommends (appendix 1): which words are its own.</summary>
internal static class CroissantContext
{
    private static readonly string[] Words =
    [
        "citeAs",
        "column",
        "equivalentProperty",
        "extract",
        "field",
        "fileProperty",
        "fileObject",
        "fileSet",
        "format",
        "includes",
        "isLiveDataset",
        "jsonPath",
        "key",
        "md5",
        "parentField",
        "path",
        "recordSet",
        "references",
        "regex",
        "repeated",
        "replace",
        "samplingRate",
        "separator",
        "source",
        "subField",
        "transform",
    ];

    public static JsonObject Json()
    {
        var context = new JsonObject
        {
            ["@language"] = "en",
            ["@vocab"] = "https://schema.org/",
            ["cr"] = "http://mlcommons.org/croissant/",
            ["dct"] = "http://purl.org/dc/terms/",
            ["rai"] = "http://mlcommons.org/croissant/RAI/",
            ["sc"] = "https://schema.org/",
            ["conformsTo"] = "dct:conformsTo",
            ["data"] = Typed("data", "@json"),
            ["dataType"] = Typed("dataType", "@vocab"),
            ["examples"] = Typed("examples", "@json"),
        };
        foreach (string word in Words)
        {
            context.Add(word, $"cr:{word}");
        }

        return context;
    }

    private static JsonObject Typed(string word, string type) => new() { ["@id"] = $"cr:{word}", ["@type"] = type };
}
