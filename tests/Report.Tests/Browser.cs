using Microsoft.Playwright;
using Research.Tests;

namespace Research.Report.Tests;

/// <summary>A real browser with both reports on disk, for all tests that need one; they are skipped, and say so, where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!Browsers.IsHere)
        {
            return;
        }

        foreach (string profile in Samples.Profiles)
        {
            await File.WriteAllTextAsync(PathOf(profile), HtmlReport.Of(Samples.Committed(profile)));
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await Browsers.StartAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The profile's report, opened from disk with the network off; whatever goes wrong there is written down.</summary>
    internal async Task<(IPage Page, List<string> Wrongs)> OpenAsync(
        string profile,
        int width = 1200,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        Assert.SkipWhen(_browser is null, Browsers.Needed);
        IBrowserContext context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
            }
        );
        await context.SetOfflineAsync(true);
        context.SetDefaultTimeout(180_000); // no test of speed: a machine under load opens a page of megabytes slowly
        IPage page = await context.NewPageAsync();
        var wrongs = new List<string>();
        page.Console += (_, message) =>
            wrongs.AddRange(message.Type is "error" or "warning" ? [message.Text] : Array.Empty<string>());
        page.PageError += (_, error) => wrongs.Add(error);
        page.Request += (_, request) =>
            wrongs.AddRange(
                request.Url.StartsWith("file:", StringComparison.Ordinal)
                || request.Url.StartsWith("data:", StringComparison.Ordinal)
                    ? Array.Empty<string>()
                    : [$"asked for {request.Url}"]
            );
        await page.GotoAsync(new Uri(PathOf(profile)).AbsoluteUri);
        return (page, wrongs);
    }

    private string PathOf(string profile) => Path.Combine(_folder, $"{profile}.html");
}
