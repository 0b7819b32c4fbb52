using Research.Results.Folders;

namespace Research.Pipeline.Descriptions;

/// <summary>Sorts the paragraphs of an experiment's documentation by the words that its sentences begin with.</summary>
public static class MethodText
{
    private const string DeviationsWord = "Deviations:";
    private const string RunWord = "Run:";
    private const string CostWord = "Cost:";

    /// <param name="paragraphs">The remarks of the experiment's type.</param>
    public static MethodDescription Of(IEnumerable<string> paragraphs)
    {
        (var text, string deviations, string command) = (new List<string>(), "", "");
        foreach (string paragraph in paragraphs)
        {
            (string rest, _) = Cut(paragraph, CostWord); // measured costs are in run.json
            (rest, string commands) = Cut(rest, RunWord);
            (rest, string differs) = Cut(rest, DeviationsWord);
            (command, deviations) = (command + commands, deviations + differs);
            if (rest.Length > 0)
            {
                text.Add(rest);
            }
        }

        return new(text, deviations, command);
    }

    private static string Capital(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static (string Before, string After) Cut(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at].Trim(), Capital(text[(at + word.Length)..].Trim()));
    }
}
