using Research.Site.Content;

namespace Research.Site.Tests;

/// <summary>A checkout with a README, a list of pages and one decision.</summary>
internal sealed class TemporaryDocs : IDisposable
{
    public TemporaryDocs()
    {
        Write("README.md", "# Front\n\nRead [the guide](docs/guide.md#two-parts).\n");
        Write("docs/contents.md", "# All\n\n## Guides\n\n- [The guide](guide.md)\n");
        Write("docs/guide.md", "# Guide\n\n## Two parts\n\nWhy: [a decision](adr/0001-why.md).\n");
        Write("docs/adr/0001-why.md", "# 1. Why\n\nBack to [the guide](../guide.md).\n");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("research-docs-").FullName;

    public void Write(string path, string text)
    {
        string file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public IReadOnlyDictionary<string, byte[]> Site(string? files = null, params IReadOnlyList<SitePage> written) =>
        Documentation.Of(
            new SiteInput
            {
                Root = Root,
                Written = written,
                Files = files,
            }
        );

    public string Page(string path, string? files = null) => System.Text.Encoding.UTF8.GetString(Site(files)[path]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
