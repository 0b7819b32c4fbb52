namespace Research.Build;

/// <summary>Names and what they mean, in two columns that never touch: a text that is too long goes on below itself.</summary>
internal static class Columns
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int NarrowestText = 24;

    /// <param name="output">Where.</param>
    /// <param name="rows">In their order.</param>
    /// <param name="width">Characters a line may have.</param>
    public static void Write(TextWriter output, IReadOnlyList<(string Name, string Text)> rows, int width)
    {
        int names = rows.Max(row => row.Name.Length);
        int left = Indent + names + Gap;
        bool below = width - left < NarrowestText; // no room beside the names
        int start = below ? 2 * Indent : left;
        foreach ((string name, string text) in rows)
        {
            string[] lines = [.. Wrap(text, Math.Max(NarrowestText, width - start))];
            string head = new string(' ', Indent) + name;
            output.WriteLine(below || lines.Length == 0 ? head : head.PadRight(left) + lines[0]);
            foreach (string line in lines.Skip(below ? 0 : 1))
            {
                output.WriteLine(new string(' ', start) + line);
            }
        }
    }

    /// <summary>Characters of a line of the terminal; without end where there is none.</summary>
    public static int WidthOfTerminal() => Console.IsOutputRedirected ? int.MaxValue : Math.Max(1, Console.WindowWidth - 1);

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
