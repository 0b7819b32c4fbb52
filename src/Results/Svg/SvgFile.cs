namespace Research.Results.Svg;

/// <summary>A picture as a file of its own, with the few styles that it needs: any browser shows it.</summary>
public static class SvgFile
{
    // Hues of Okabe and Ito (2008), as the report has them on white paper.
    private static readonly string[] Hues =
    [
        "#0072b2",
        "#d55e00",
        "#009e73",
        "#b0568c",
        "#c98600",
        "#2f8fc4",
        "#7a6a00",
        "#555555",
    ];

    private static readonly string[] Styles =
    [
        "text{font-family:system-ui,sans-serif;fill:#1b1d1f}",
        ".title{font-size:13px;font-weight:600}",
        ".label{font-size:12px}",
        ".tick{font-size:11px;fill:#575c61}",
        ".middle{text-anchor:middle}",
        ".end{text-anchor:end}",
        ".open{fill:none}",
        ".axis{stroke:#575c61}",
        ".grid{stroke:#dcdedf}",
        ".paper{fill:#ffffff}",
        ".grey{fill:#000000}",
        .. Hues.Select((hue, i) => $".f{i + 1}{{fill:{hue}}}.s{i + 1}{{stroke:{hue};stroke-width:1.8}}"),
    ];

    /// <summary>The text of the file.</summary>
    public static string Of(Drawing drawing)
    {
        (string width, string height) = (SvgText.Number(drawing.Width), SvgText.Number(drawing.Height));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="t d">
            <title id="t">{SvgText.Encode(drawing.Title)}</title>
            <desc id="d">{SvgText.Encode(drawing.Says)}</desc>
            <style>{string.Concat(Styles)}</style>
            <rect class="paper" width="{width}" height="{height}"/>
            {drawing.Body}
            </svg>

            """.ReplaceLineEndings("\n");
    }
}
