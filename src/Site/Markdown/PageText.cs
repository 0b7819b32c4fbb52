using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Syntax;
using Research.Site.Content;

namespace Research.Site.Markdown;

/// <summary>A page's Markdown as HTML: as GitHub has it, without markup of its own.</summary>
internal static partial class PageText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .DisableHtml()
        .Build();

    /// <summary>The HTML of the text.</summary>
    /// <param name="links">Where its links lead.</param>
    public static string Of(SitePage page, PageLinks links)
    {
        MarkdownDocument document = Markdig.Markdown.Parse(Comment().Replace(page.Text, ""), Pipeline);
        links.Take(document, page);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return Table().Replace(writer.ToString(), "<div class=\"scroll\" tabindex=\"0\">$0</div>");
    }

    // Marks for programs, such as those about the README's results.
    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();
}
