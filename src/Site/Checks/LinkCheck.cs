using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Research.Site.Content;

namespace Research.Site.Checks;

/// <summary>Looks whether every link of a site leads somewhere within it.</summary>
public static partial class LinkCheck
{
    /// <summary>A line for each link that leads nowhere; those to other hosts are not looked at.</summary>
    /// <param name="files">The site, by path.</param>
    public static IReadOnlyList<string> Broken(IReadOnlyDictionary<string, byte[]> files)
    {
        Dictionary<string, HashSet<string>> anchors = files
            .Where(file => IsPage(file.Key))
            .ToDictionary(file => file.Key, file => Anchors(Encoding.UTF8.GetString(file.Value)));
        return
        [
            .. from page in anchors.Keys.Order(StringComparer.Ordinal)
            from link in Links(Encoding.UTF8.GetString(files[page]))
            where !IsElsewhere(link) && !Leads(page, link, files, anchors)
            select $"{page}: {link}",
        ];
    }

    private static bool Leads(
        string page,
        string link,
        IReadOnlyDictionary<string, byte[]> files,
        Dictionary<string, HashSet<string>> anchors
    )
    {
        string[] parts = link.Split('#', 2);
        string target = parts[0].Length == 0 ? page : RelativePaths.Resolve(page, parts[0]);
        return files.ContainsKey(target) && (parts.Length == 1 || anchors.GetValueOrDefault(target)?.Contains(parts[1]) == true);
    }

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    private static bool IsElsewhere(string link) => link.Contains(':', StringComparison.Ordinal);

    private static IEnumerable<string> Links(string html) =>
        Link().Matches(html).Select(match => Uri.UnescapeDataString(WebUtility.HtmlDecode(match.Groups[1].Value)));

    private static HashSet<string> Anchors(string html) =>
        [.. Id().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();
}
