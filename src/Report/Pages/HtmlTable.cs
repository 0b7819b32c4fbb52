using System.Globalization;
using Research.Report.Markup;
using Research.Report.Numbers;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>A table that sorts by its headings and can be filtered, and reads well without either.</summary>
internal sealed record HtmlTable(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int WorthFiltering = 9;
    private const int LongestTerm = 80; // what is longer is a sentence

    /// <summary>Rows that are written; the rest is counted.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What the cells of a column become, where they are not just text.</summary>
    public IReadOnlyDictionary<string, Func<string, string>> Markup { get; init; } =
        new Dictionary<string, Func<string, string>>();

    /// <summary>Ids of the rows, by their first cell; null for none.</summary>
    public Func<string, string>? Anchor { get; init; }

    /// <summary>Whether the cells are printed as they are; else the numbers of a row alike.</summary>
    public bool Printed { get; init; }

    /// <summary>Whether the words of headings and cells are explained where they first stand.</summary>
    public bool Explains { get; init; }

    public void Write(Html html)
    {
        string id = html.NextId("t");
        if (Explains)
        {
            html.Explain(Header.Concat(Rows.Take(Most).SelectMany(row => row).Where(cell => cell.Length <= LongestTerm)));
        }

        if (Rows.Count >= WorthFiltering)
        {
            html.Markup(
                $"<p class=\"filter\"><label for=\"{id}-f\">Show rows with</label> <input id=\"{id}-f\" type=\"search\" data-filter=\"{id}\"></p>\n"
            );
        }

        html.Markup(
            $"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Html.Attribute(Caption)}\"><table id=\"{id}\">"
        );
        html.Element("caption", Caption).Markup("<thead><tr>");
        foreach (string heading in Header)
        {
            html.Markup($"<th scope=\"col\"><button type=\"button\">{Html.Attribute(heading.Replace('_', ' '))}</button></th>");
        }

        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in Rows.Take(Most))
        {
            WriteRow(html, Printed ? row : RowNumbers.Alike(row), row);
        }

        html.Markup("</tbody></table></div>\n");
        if (Rows.Count > Most)
        {
            html.Element(
                "p class=\"more\"",
                FormattableString.Invariant(
                    $"{Rows.Count - Most} more rows stand in the table's CSV file; sorting and filtering see only those above."
                )
            );
        }
    }

    private void WriteRow(Html html, IReadOnlyList<string> shown, IReadOnlyList<string> row)
    {
        html.Markup(Anchor is null ? "<tr>" : $"<tr id=\"{Html.Attribute(Anchor(row[0]))}\">");
        for (int i = 0; i < Header.Count; i++)
        {
            html.Markup(IsNumber(row[i]) ? "<td class=\"n\">" : "<td>");
            html.Markup(
                Markup.TryGetValue(Header[i], out Func<string, string>? markup)
                    ? markup(row[i])
                    : Html.Attribute(ReadableCell.Of(shown[i]))
            );
            html.Markup("</td>");
        }

        html.Markup("</tr>\n");
    }

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
