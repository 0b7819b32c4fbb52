using Research.Site.Content;
using Research.Site.Markdown;
using Research.Site.Pages;

namespace Research.Site;

/// <summary>The documentation as files: the repository's texts, and those that code writes, each a page that opens from disk.</summary>
public static class Documentation
{
    /// <summary>Makes every file of the site.</summary>
    /// <returns>By path within the site, with '/'. The same input gives the same bytes.</returns>
    /// <exception cref="Numerics.ResearchException">A text is not listed, or not there, a link names a file that is not there, or two pages have one path.</exception>
    public static IReadOnlyDictionary<string, byte[]> Of(SiteInput input)
    {
        SitePage[] pages = [.. Contents.Of(input.Root), .. input.Written];
        var links = new PageLinks(pages, input.Root, input.Files);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (SitePage page in pages)
        {
            byte[] html = System.Text.Encoding.UTF8.GetBytes(PageLayout.Of(page, PageText.Of(page, links), pages));
            if (!files.TryAdd(page.Path, html))
            {
                throw new Numerics.ResearchException($"Two pages of the documentation would be {page.Path}.");
            }
        }

        foreach (string picture in links.Shown)
        {
            files[picture] = File.ReadAllBytes(Path.Combine(input.Root, picture));
        }

        return files;
    }
}
