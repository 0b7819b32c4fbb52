namespace Research.Report.Input;

/// <summary>How an experiment is done, in its own documentation's words.</summary>
/// <param name="Paragraphs">What it follows and does.</param>
/// <param name="Deviations">What differs from the original; empty for nothing.</param>
/// <param name="Command">How to run it.</param>
/// <param name="Cost">What that takes.</param>
public sealed record MethodText(IReadOnlyList<string> Paragraphs, string Deviations, string Command, string Cost)
{
    private const string DeviationsWord = "Deviations:";
    private const string RunWord = "Run:";
    private const string CostWord = "Cost:";

    public static MethodText Empty { get; } = new([], "", "", "");

    /// <summary>Sorts paragraphs by how their sentences begin.</summary>
    public static MethodText Of(IEnumerable<string> paragraphs)
    {
        (var text, string deviations, string command, string cost) = (new List<string>(), "", "", "");
        foreach (string paragraph in paragraphs)
        {
            string rest = paragraph;
            (rest, string costs) = Cut(rest, CostWord);
            (rest, string commands) = Cut(rest, RunWord);
            (rest, string differs) = Cut(rest, DeviationsWord);
            (cost, command, deviations) = (cost + costs, command + commands, deviations + differs);
            if (rest.Length > 0)
            {
                text.Add(rest);
            }
        }

        return new(text, deviations, command, cost);
    }

    private static string Capital(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static (string Before, string After) Cut(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at].Trim(), Capital(text[(at + word.Length)..].Trim()));
    }
}
