using System.Text;
using Research.Results.Svg;
using Research.Site.Content;

namespace Research.Site.Pages;

/// <summary>A page about its text: the contents beside it, the style within it. Nothing is loaded from elsewhere.</summary>
internal static class PageLayout
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The whole file.</summary>
    /// <param name="body">The text as HTML.</param>
    /// <param name="pages">All pages, in the order of the contents.</param>
    public static string Of(SitePage page, string body, IReadOnlyList<SitePage> pages)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<title>{SvgText.Encode(page.Title)}</title>\n<style>\n{Style.Value}</style>\n</head>\n<body>\n")
            .Append("<a class=\"skip\" href=\"#text\">To the text</a>\n<div class=\"page\">\n");
        AppendContents(html, page, pages);
        html.Append($"<main id=\"text\">\n{body}</main>\n</div>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void AppendContents(StringBuilder html, SitePage page, IReadOnlyList<SitePage> pages)
    {
        SitePage front = pages[0];
        html.Append("<nav aria-label=\"Contents\">\n<p>").Append(Link(page, front)).Append("</p>\n");
        foreach (IGrouping<string, SitePage> chapter in pages.Where(own => own.Chapter is not null).GroupBy(own => own.Chapter!))
        {
            string open =
                chapter.Contains(page) || chapter.Key == pages.First(own => own.Chapter is not null).Chapter ? " open" : "";
            html.Append($"<details{open}><summary>{SvgText.Encode(chapter.Key)}</summary>\n<ul>\n");
            foreach (SitePage own in chapter)
            {
                html.Append($"<li>{Link(page, own)}</li>\n");
            }

            html.Append("</ul></details>\n");
        }

        html.Append("</nav>\n");
    }

    private static string Link(SitePage from, SitePage to) =>
        $"<a href=\"{RelativePaths.From(from.Path, to.Path)}\"{(from == to ? " aria-current=\"page\"" : "")}>{Breakable(to.Title)}</a>";

    // A name of namespaces breaks behind its dots, where it is too long for its column.
    private static string Breakable(string title) =>
        title.Contains(' ', StringComparison.Ordinal)
            ? SvgText.Encode(title)
            : SvgText.Encode(title).Replace(".", ".<wbr>", StringComparison.Ordinal);

    private static string ReadStyle()
    {
        using Stream stream = typeof(PageLayout).Assembly.GetManifestResourceStream("site.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
