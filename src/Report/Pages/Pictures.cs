using System.Globalization;
using Research.Report.Markup;
using Research.Results.Svg;

namespace Research.Report.Pages;

/// <summary>Figures of a page: side by side as far as there is room, the long and the many of them to be opened.</summary>
internal static class Pictures
{
    private const double Small = 345;
    private const double Medium = 470;
    private const int MostSmall = 3;
    private const int MostMedium = 2;

    /// <summary>The pictures of one chart with its caption.</summary>
    public static void Write(Html html, IReadOnlyList<Drawing> drawings, string says)
    {
        if (drawings.Count == 0)
        {
            return;
        }

        string width = Width(drawings);
        html.Markup(drawings.Count == 1 ? $"<figure class=\"{width}\">\n" : $"<figure class=\"panels {width}\">\n");
        int most = width == "small" ? MostSmall : MostMedium;
        int open = Math.Min(most, drawings.Count);
        foreach (Drawing drawing in drawings.Take(open))
        {
            Write(html, drawing);
        }

        html.Element("figcaption", says);
        if (open < drawings.Count)
        {
            html.Markup("<details class=\"rest\"><summary>")
                .Text(Rest([.. drawings.Skip(open)]))
                .Markup("</summary><div class=\"panels\">\n");
            foreach (Drawing drawing in drawings.Skip(open))
            {
                Write(html, drawing);
            }

            html.Markup("</div></details>\n");
        }

        html.Markup("</figure>\n");
    }

    /// <summary>One picture, or the line that opens it.</summary>
    public static void Write(Html html, Drawing drawing)
    {
        string markup = drawing.ToMarkup(html.NextId("g"));
        html.Markup("<div class=\"panel\">");
        if (drawing.Summary is { } summary)
        {
            html.Markup("<details><summary><b>").Text(drawing.Title).Markup(".</b> ").Text(summary).Markup("</summary>");
        }

        html.Markup(markup);
        if (drawing.Sound is { } sound)
        {
            string label = Html.Attribute(drawing.Title);
            html.Markup(
                $"<audio controls preload=\"none\" aria-label=\"{label}\" src=\"data:audio/wav;base64,{Convert.ToBase64String(sound)}\"></audio>"
            );
        }

        html.Markup(drawing.Summary is null ? "</div>\n" : "</details></div>\n");
    }

    private static string Width(IReadOnlyList<Drawing> drawings) =>
        drawings.Max(drawing => drawing.Width) switch
        {
            <= Small => "small",
            <= Medium => "medium",
            _ => "wide",
        };

    // Panels of a chart are titled "chart: panel".
    private static string Rest(Drawing[] drawings)
    {
        string[] names =
        [
            .. drawings.Select(drawing => drawing.Title[(drawing.Title.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim()),
        ];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{drawings.Length} more: {FittedText.Short(string.Join("; ", names), 200)}"
        );
    }
}
