using Microsoft.Playwright;

namespace Research.Tests;

/// <summary>A real browser for tests that need one; null where this machine has none.</summary>
internal static class Browsers
{
    /// <summary>What a skipped test says.</summary>
    public const string Needed = "needs a browser: install chromium (Debian: apt-get install chromium)";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public static bool IsHere => Places.Any(File.Exists);

    /// <summary>Starts it, quiet on the network.</summary>
    public static async Task<IBrowser> StartAsync(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Places.First(File.Exists),
                Args =
                [
                    "--no-sandbox",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
}
