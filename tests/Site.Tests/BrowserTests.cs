using Microsoft.Playwright;
using Research.Tests;

namespace Research.Site.Tests;

/// <summary>The pages with the widest tables and longest lines, in a real browser at three widths, with the network off.</summary>
public sealed class BrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-site-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(360)]
    [InlineData(800)]
    [InlineData(1400)]
    public async Task No_page_scrolls_sideways_or_asks_for_anything(int width)
    {
        Assert.SkipUnless(Browsers.IsHere, Browsers.Needed);
        foreach ((string path, byte[] bytes) in DocumentationTests.OfTheRepository())
        {
            string file = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        }

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Browsers.StartAsync(playwright);
        IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await context.SetOfflineAsync(true);
        IPage page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        foreach (
            string path in (string[])
                ["index.html", "tool.html", "torch.html", "adding.html", "decisions/0018-compressed-store.html"]
        )
        {
            await page.GotoAsync(new Uri(Path.Combine(_folder, path)).AbsoluteUri);
            int beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            Assert.True(beyond <= 0, $"{path} is {beyond} px too wide at {width} px");
        }

        Assert.All(asked, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
    }
}
