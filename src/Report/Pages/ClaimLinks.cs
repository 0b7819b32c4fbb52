using Research.Report.Claims;
using Research.Report.Markup;

namespace Research.Report.Pages;

/// <summary>Cells of tables that are more than text: the outcome in its colour, and links.</summary>
internal static class ClaimLinks
{
    /// <summary>Of a table of experiments.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Targets { get; } =
        new Dictionary<string, Func<string, string>> { ["target"] = Target };

    /// <summary>Of a table of published figures.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Rows { get; } =
        new Dictionary<string, Func<string, string>>
        {
            ["target"] = Target,
            ["verdict"] = Verdict,
            ["why"] = Why,
        };

    /// <summary>The same where each row stands in the table of its study too.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> LinkedRows { get; } =
        new Dictionary<string, Func<string, string>>
        {
            ["claim"] = Claim,
            ["target"] = Target,
            ["verdict"] = Verdict,
            ["why"] = Why,
        };

    private static string Target(string target) =>
        !target.Contains('.', StringComparison.Ordinal) // a table's own word, such as a scale that was rated
            ? Html.Attribute(target)
            : $"<a href=\"#{Html.Attribute(target)}\">{Html.Attribute(target)}</a>";

    private static string Claim(string claim) =>
        claim.Length == 0 ? "" : $"<a class=\"id\" href=\"#claim-{Html.Attribute(claim)}\">{Html.Attribute(claim)}</a>";

    // As wide as a sentence needs.
    private static string Why(string reason) => reason.Length == 0 ? "" : $"<span class=\"why\">{Html.Attribute(reason)}</span>";

    // The words of an outcome, as a row has them.
    private static string Verdict(string words)
    {
        string style = Outcomes
            .All.Where(outcome => outcome.Words() == words)
            .Select(outcome => outcome.Style())
            .FirstOrDefault("open");
        return words.Length == 0 ? "" : $"<span class=\"v {style}\">{Html.Attribute(words)}</span>";
    }
}
