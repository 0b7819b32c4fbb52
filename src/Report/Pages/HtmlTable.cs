using System.Globalization;

namespace Research.Report.Pages;

/// <summary>A table that sorts by its headings and can be filtered, and reads well without either.</summary>
internal sealed record HtmlTable(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int WorthFiltering = 9;
    private const int Decimals = 4;

    /// <summary>Rows that are written; the rest is counted.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What the cells of a column become, where they are not just text.</summary>
    public IReadOnlyDictionary<string, Func<string, string>> Markup { get; init; } =
        new Dictionary<string, Func<string, string>>();

    public void Write(Html html)
    {
        string id = html.NextId("t");
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
            html.Markup("<tr>");
            for (int i = 0; i < Header.Count; i++)
            {
                WriteCell(html, Header[i], row[i]);
            }

            html.Markup("</tr>\n");
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

    private void WriteCell(Html html, string heading, string cell)
    {
        bool number = IsNumber(cell);
        html.Markup(number ? "<td class=\"n\">" : "<td>");
        html.Markup(
            Markup.TryGetValue(heading, out Func<string, string>? markup)
                ? markup(cell)
                : Html.Attribute(number ? Short(cell) : cell)
        );
        html.Markup("</td>");
    }

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>A number with four decimals at most, as the file has them all; other text as it is.</summary>
    public static string Short(string cell)
    {
        int point = cell.IndexOf('.', StringComparison.Ordinal);
        if (
            point < 0
            || cell.Length - point - 1 <= Decimals
            || !double.TryParse(cell, CultureInfo.InvariantCulture, out double value)
        )
        {
            return cell;
        }

        string text = value.ToString("F4", CultureInfo.InvariantCulture);
        bool vanished = value != 0 && text.AsSpan().IndexOfAnyExcept("-0.") < 0;
        return vanished ? value.ToString("0.0E0", CultureInfo.InvariantCulture) : text;
    }
}
