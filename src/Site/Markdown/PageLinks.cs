using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Research.Numerics;
using Research.Site.Content;

namespace Research.Site.Markdown;

/// <summary>Leads a text's links to the site's pages, to pictures that come along, and to the repository's files.</summary>
internal sealed class PageLinks(IReadOnlyList<SitePage> pages, string root, string? files)
{
    private static readonly string[] Pictures = [".svg", ".png"];

    private readonly Dictionary<string, SitePage> _bySource = pages.ToDictionary(page => page.Source, StringComparer.Ordinal);
    private readonly SortedSet<string> _pictures = new(StringComparer.Ordinal);

    /// <summary>Pictures that the texts show, within the repository.</summary>
    public IReadOnlyCollection<string> Shown => _pictures;

    /// <exception cref="ResearchException">A link names a file that the repository does not have.</exception>
    public void Take(MarkdownDocument document, SitePage page)
    {
        foreach (LinkInline link in document.Descendants<LinkInline>().ToArray())
        {
            if (IsRelative(link.Url))
            {
                Lead(link, page);
            }
        }
    }

    private void Lead(LinkInline link, SitePage page)
    {
        (string path, string anchor) = Parts(link.Url!);
        string target = RelativePaths.Resolve(page.Source, path);
        if (_bySource.TryGetValue(target, out SitePage? other))
        {
            link.Url = RelativePaths.From(page.Path, other.Path) + anchor;
        }
        else if (link.IsImage && Pictures.Contains(Path.GetExtension(target)) && File.Exists(Path.Combine(root, target)))
        {
            _pictures.Add(target);
            link.Url = RelativePaths.From(page.Path, target);
        }
        else if (!Path.Exists(Path.Combine(root, target)))
        {
            throw new ResearchException($"{page.Source} links to '{link.Url}': there is no {target}.");
        }
        else if (files is not null)
        {
            link.Url = files + target + anchor;
        }
        else
        {
            link.ReplaceBy(new NamedFile(), copyChildren: true);
        }
    }

    private static bool IsRelative(string? url) =>
        url is { Length: > 0 } && url[0] != '#' && !url.Contains(':', StringComparison.Ordinal);

    private static (string Path, string Anchor) Parts(string url)
    {
        int at = url.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (url, "") : (url[..at], url[at..]);
    }

    // What a link said, without the link.
    private sealed class NamedFile : ContainerInline;
}
