using System.Text;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>references.bib: the package, the documents that published the figures, and the datasets.</summary>
internal static class BibTex
{
    private const string File = "references.bib";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        Work[] works = [Work.OfPackage(input.Citation), .. input.Documents, .. input.Datasets];
        yield return ExportedFile.OfText(File, string.Join('\n', works.Select(Entry)));
    }

    /// <summary>One entry; fields that are not known are left out.</summary>
    public static string Entry(Work work)
    {
        var text = new StringBuilder();
        text.Append('@').Append(TypeOf(work)).Append('{').Append(work.Id).Append(",\n");
        foreach ((string name, string value) in Fields(work).Where(field => field.Value.Length > 0))
        {
            text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Fields(Work work)
    {
        yield return ("title", $"{{{Escaped(work.Title)}}}"); // double braces: capitals stay
        yield return ("author", string.Join(" and ", work.Authors.Select(NameOf)));
        yield return ("year", work.Issued.Split('-')[0]);
        yield return ("month", work.Issued.Split('-') is [_, var month, ..] ? month.TrimStart('0') : "");
        yield return work.Type == "software"
            ? ("howpublished", "Computer software")
            : (HomeNameOf(work), Escaped(work.PublishedIn));
        yield return ("version", Escaped(work.Version));
        yield return ("doi", work.Doi);
        yield return ("url", work.Address);
        yield return ("note", Escaped(work.Note));
    }

    // Braces keep the words of an organisation together.
    private static string NameOf(Author author) => author.IsPerson ? Escaped(author.SortedName) : $"{{{Escaped(author.Family)}}}";

    private static string HomeNameOf(Work work) =>
        work.Type switch
        {
            "thesis" => "school",
            "report" => "institution",
            _ => "booktitle",
        };

    // BibTeX wants to know where a report, a thesis or a paper appeared; where nothing says so, it is an entry of no kind.
    private static string TypeOf(Work work) =>
        work.Type switch
        {
            _ when work.PublishedIn.Length == 0 => "misc",
            "thesis" => "mastersthesis",
            "report" => "techreport",
            "paper-conference" => "inproceedings",
            _ => "misc",
        };

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in text)
        {
            escaped.Append(
                letter switch
                {
                    '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{letter}",
                    '~' => "\\textasciitilde{}",
                    '^' => "\\textasciicircum{}",
                    '\\' => "\\textbackslash{}",
                    _ => $"{letter}",
                }
            );
        }

        return escaped.ToString();
    }
}
