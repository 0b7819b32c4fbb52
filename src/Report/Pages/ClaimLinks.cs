namespace Research.Report.Pages;

/// <summary>Cells of a table of claims that are more than text: the verdict, and the link to the experiment.</summary>
internal static class ClaimLinks
{
    public static IReadOnlyDictionary<string, Func<string, string>> Markup { get; } =
        new Dictionary<string, Func<string, string>>
        {
            ["target"] = target =>
                target.Length == 0 ? "" : $"<a href=\"#{Html.Attribute(target)}\">{Html.Attribute(target)}</a>",
            ["verdict"] = verdict =>
                verdict.Length == 0
                    ? ""
                    : $"<span class=\"v {Html.Attribute(verdict.Split(' ', ',')[0])}\">{Html.Attribute(verdict)}</span>",
        };
}
