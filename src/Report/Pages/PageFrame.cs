using Research.Report.Markup;

namespace Research.Report.Pages;

/// <summary>What every page begins and ends with: its style and its script, both within the page.</summary>
internal static class PageFrame
{
    public static void Begin(Html html, string title)
    {
        html.Markup(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        );
        html.Element("title", title);
        html.Markup("<style>\n")
            .Markup(Resource.Text("report.css"))
            .Markup("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#front\">To the results</a>\n<div class=\"page\">\n");
    }

    public static void End(Html html) =>
        html.Markup("</div>\n<script>\n").Markup(Resource.Text("report.js")).Markup("</script>\n</body>\n</html>\n");
}
