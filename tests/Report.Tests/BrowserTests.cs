using Microsoft.Playwright;

namespace Research.Report.Tests;

public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    // Texts that leave their figure or cover one another; markers may.
    private const string Covered = """
        () => [...document.querySelectorAll('svg')].flatMap(svg => {
          const name = svg.querySelector('title').textContent, box = svg.viewBox.baseVal, wrong = [];
          const root = svg.getBoundingClientRect(), scale = box.width / root.width;
          const texts = [...svg.querySelectorAll('text:not(.mark)')].map(t => { const r = t.getBoundingClientRect();
            return { w: t.textContent, o: t.hasAttribute('transform'), l: (r.left - root.left) * scale, t: (r.top - root.top) * scale, r: (r.right - root.left) * scale, b: (r.bottom - root.top) * scale }; });
          for (const a of texts) if (a.l < -2 || a.t < -2 || a.r > box.width + 2 || a.b > box.height + 2) wrong.push(`${name}: "${a.w}" leaves the figure`);
          for (let i = 0; i < texts.length; i++) for (let j = 0; j < i; j++) { const a = texts[i], b = texts[j];
            if (!a.o && !b.o && Math.min(a.r, b.r) - Math.max(a.l, b.l) > 2 && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 3) wrong.push(`${name}: "${a.w}" covers "${b.w}"`); }
          return wrong; })
        """;

    // Texts that leave the page outside of what can be scrolled by itself; empty where the page does not scroll sideways.
    private const string Wide = """
        () => {
          if (document.documentElement.scrollWidth <= innerWidth) return [];
          const wide = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); ) {
            const range = document.createRange();
            range.selectNodeContents(node);
            let scrolls = false;
            for (let p = node.parentElement; p; p = p.parentElement) scrolls ||= getComputedStyle(p).overflowX != 'visible';
            if (!scrolls && range.getBoundingClientRect().right > innerWidth) wide.push(node.textContent.trim().slice(0, 60));
          }
          return [`${document.documentElement.scrollWidth} px`, ...wide];
        }
        """;

    [Theory]
    [InlineData("quick", 360)]
    [InlineData("quick", 1400)]
    [InlineData("paper", 360)]
    [InlineData("paper", 800)]
    [InlineData("paper", 1400)]
    public async Task It_opens_from_disk_offline_without_an_error_and_every_figure_has_a_size(string profile, int width)
    {
        (IPage page, List<string> wrongs) = await browser.OpenAsync(profile, width);
        Assert.Empty(wrongs);
        int[] sizes = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('svg')].filter(s => s.getClientRects().length).map(s => { const b = s.getBoundingClientRect(); return Math.round(Math.min(b.width, b.height)); })"
        );
        Assert.True(sizes.Length > 20);
        Assert.All(sizes, size => Assert.True(size > 20));
        string[] wide = await page.EvaluateAsync<string[]>(Wide);
        Assert.Empty(wide); // else the page scrolls sideways
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public async Task No_text_of_a_figure_leaves_it_or_covers_another(string profile)
    {
        (IPage page, _) = await browser.OpenAsync(profile, 1400);
        await page.EvaluateAsync("() => { for (const item of document.querySelectorAll('details')) item.open = true; }");
        Assert.Empty(await page.EvaluateAsync<string[]>(Covered));
        await page.EvaluateAsync(
            "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<svg viewBox=\"0 0 99 99\"><title>spoilt</title><text x=\"5\" y=\"50\">one</text><text x=\"9\" y=\"52\">two</text><text x=\"95\" y=\"90\">beyond</text></svg>')"
        );
        Assert.Equal(2, (await page.EvaluateAsync<string[]>(Covered)).Length); // the check itself can fail
    }

    [Fact]
    public async Task Headings_sort_tables_by_mouse_and_by_keyboard()
    {
        (IPage page, List<string> wrongs) = await browser.OpenAsync("paper");
        ILocator table = page.Locator(
            "table",
            new() { Has = page.Locator("caption", new() { HasText = "Isolated spoken digits: 180 published figures" }) }
        );
        ILocator published = table.Locator("th", new() { HasText = "published" });
        await published.Locator("button").ClickAsync();
        double[] up = await Numbers(table, 4);
        Assert.Equal(up.Order(), up);
        Assert.Equal("ascending", await published.GetAttributeAsync("aria-sort"));
        await published.Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        double[] down = await Numbers(table, 4);
        Assert.Equal(up.OrderDescending(), down);
        Assert.Equal("descending", await published.GetAttributeAsync("aria-sort"));
        await table.Locator("th", new() { HasText = "claim" }).Locator("button").ClickAsync();
        string first = await table.Locator("tbody tr").First.Locator("td").First.InnerTextAsync();
        Assert.Equal("digits-1-001", first);
        Assert.Empty(wrongs);
    }

    [Fact]
    public async Task A_filter_shows_the_rows_that_hold_its_text()
    {
        (IPage page, _) = await browser.OpenAsync("paper");
        ILocator table = page.Locator(
            "table",
            new() { Has = page.Locator("caption", new() { HasText = "Isolated spoken digits: 180 published figures" }) }
        );
        string id = (await table.GetAttributeAsync("id"))!;
        ILocator input = page.Locator($"#{id}-f");
        await input.FillAsync("EXPLAINED_variance");
        Assert.Equal(5, await table.Locator("tbody tr:visible").CountAsync());
        await input.FillAsync("");
        Assert.Equal(180, await table.Locator("tbody tr:visible").CountAsync());
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public async Task Headings_names_and_labels_are_what_a_screen_reader_needs(string profile)
    {
        (IPage page, _) = await browser.OpenAsync(profile);
        string[] found = await page.EvaluateAsync<string[]>(
            """
            () => { const wrong = [], say = (bad, what) => { if (bad) wrong.push(what); };
              say(document.documentElement.lang !== 'en', 'no language');
              say(!document.title, 'no title');
              say(document.querySelectorAll('h1').length !== 1, 'not one h1');
              say(document.querySelectorAll('main').length !== 1, 'not one main');
              let level = 0;
              for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) { const l = +h.tagName[1]; say(l > level + 1, `${h.textContent} skips a level`); say(!h.textContent.trim(), 'empty heading'); level = l; }
              for (const s of document.querySelectorAll('svg')) { const ids = (s.getAttribute('aria-labelledby') || '').split(' ');
                say(s.getAttribute('role') !== 'img' || ids.some(i => !document.getElementById(i)?.textContent.trim()), `a figure without a name: ${s.textContent.slice(0, 40)}`); }
              for (const i of document.querySelectorAll('input')) say(!i.labels.length, 'an input without a label');
              for (const t of document.querySelectorAll('table')) { say(!t.caption?.textContent.trim(), 'a table without a caption'); for (const h of t.tHead.querySelectorAll('th')) say(h.scope !== 'col' || !h.textContent.trim(), `a heading without scope or text in ${t.caption.textContent}`); }
              for (const b of document.querySelectorAll('button,a')) say(!b.textContent.trim(), 'a control without text');
              for (const r of document.querySelectorAll('[role=region]')) say(r.tabIndex !== 0 || !r.getAttribute('aria-label'), 'a scrolling region that the keyboard cannot reach');
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id); say(new Set(ids).size !== ids.length, 'an id twice');
              return wrong; }
            """
        );
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("paper", 1280, 720)] // 1,850 px before all but question, counts and first picture was opened by a line
    [InlineData("paper", 400, 920)] // 2,900 px
    public async Task The_page_is_no_longer_than_a_reader_bears_and_shows_whole_figures(
        string profile,
        int width,
        int mostOfAnExperiment
    )
    {
        int most = mostOfAnExperiment * Samples.Committed(profile).Studies.Sum(study => study.Experiments.Count);
        (IPage page, _) = await browser.OpenAsync(profile, width);
        int height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        Assert.InRange(height, 1, most);
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('main *')].filter(e => e.getClientRects().length && !e.closest('.scroll, details, svg') && e.getBoundingClientRect().right > innerWidth + 1)
                  .map(e => `${e.tagName} ${e.className}`)
                """
            )
        );
    }

    [Fact]
    public async Task A_link_to_an_experiment_opens_it_and_no_other()
    {
        (IPage page, _) = await browser.OpenAsync("paper", 1280);
        Assert.Equal(0, await page.Locator("details.experiment[open]").CountAsync());
        await page.EvaluateAsync("() => { location.hash = 'Digits.GmmHmm'; }");
        await page.WaitForSelectorAsync("details.experiment[open]");
        Assert.Equal(1, await page.Locator("details.experiment[open]").CountAsync());
        Assert.True(await page.Locator("article:has(#Digits\\.GmmHmm) .facts").IsVisibleAsync());
    }

    [Fact]
    public async Task A_mark_shows_its_row_and_leads_to_it()
    {
        (IPage page, List<string> wrongs) = await browser.OpenAsync("paper", 1280);
        ILocator mark = page.Locator("a.point[href='#claim-digits-2-040']");
        await mark.DispatchEventAsync("pointerenter");
        string read = await page.Locator(".reading").InnerTextAsync();
        Assert.StartsWith("digits-2-040 (step 7): accuracy", read, StringComparison.Ordinal);
        Assert.Contains("worse", read, StringComparison.Ordinal);
        await mark.DispatchEventAsync("click");
        Assert.EndsWith("#claim-digits-2-040", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("tr:target").IsVisibleAsync());
        Assert.Empty(wrongs);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_stands_out_from_its_ground_by_four_and_a_half_to_one(ColorScheme scheme)
    {
        (IPage page, _) = await browser.OpenAsync("quick", scheme: scheme);
        string[] found = await page.EvaluateAsync<string[]>(
            """
            () => { const rgb = c => c.match(/[\d.]+/g).map(Number), light = c => { const [r, g, b] = rgb(c).slice(0, 3).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (rgb(c)[3] !== 0) return c; } return 'rgb(255,255,255)'; };
              const wrong = [];
              for (const q of ['body', 'p', 'a', 'caption', 'th button', 'td', 'figcaption', 'summary', '.v', '.warning', 'svg .tick', 'svg .label', 'svg .title', 'svg .mark', 'svg .in']) for (const e of [...document.querySelectorAll(q)].slice(0, 400)) {
                const style = getComputedStyle(e), own = q.startsWith('svg') ? style.fill : style.color;
                const [a, b] = [light(own), light(ground(e))].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
                if (ratio < 4.5) wrong.push(`${q}: ${ratio.toFixed(2)}`); }
              return wrong; }
            """
        );
        Assert.Empty(found);
    }

    [Fact]
    public async Task On_paper_there_is_no_navigation_and_no_table_is_cut()
    {
        (IPage page, _) = await browser.OpenAsync("quick");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        Assert.False(await page.Locator("nav").IsVisibleAsync());
        Assert.False(await page.Locator(".filter").First.IsVisibleAsync());
        Assert.True(
            await page.EvaluateAsync<bool>(
                "() => [...document.querySelectorAll('.scroll')].every(e => getComputedStyle(e).overflowY === 'visible')"
            )
        );
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "() => [...document.querySelectorAll('td')].filter(e => !e.getClientRects().length).length"
            )
        );
        await page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        Assert.Equal(0, await page.Locator("details[open]").CountAsync());
    }

    private static async Task<double[]> Numbers(ILocator table, int column)
    {
        IReadOnlyList<string> cells = await table.Locator($"tbody tr td:nth-child({column + 1})").AllInnerTextsAsync();
        return
        [
            .. cells
                .Where(cell => cell.Length > 0)
                .Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }
}
