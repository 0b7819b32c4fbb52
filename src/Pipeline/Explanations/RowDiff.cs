using System.Globalization;

namespace Research.Pipeline.Explanations;

/// <summary>Rows of a text file that are not what they were. A row's name is its first cell.</summary>
internal static class RowDiff
{
    private const int Most = 10;

    /// <param name="old">The file before: a row a line, cells between tabs or commas.</param>
    /// <param name="now">The file after.</param>
    /// <returns>Row, and what differs in it: null where there was, or is, no such row. At most ten, then how many more.</returns>
    public static IReadOnlyList<(string Row, string? Old, string? New)> Of(string old, string now)
    {
        (string[] before, string[] after) = (old.ReplaceLineEndings("\n").Split('\n'), now.ReplaceLineEndings("\n").Split('\n'));
        char separator = now.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        List<(string Line, int Number)> gone = Without(before, after);
        List<(string Line, int Number)> fresh = Without(after, before);
        var changes = new List<(string Row, string? Old, string? New)>();
        foreach ((string line, int number) in fresh)
        {
            string name = line.Split(separator)[0];
            int match = gone.FindIndex(item => item.Line.Split(separator)[0] == name);
            if (match < 0)
            {
                changes.Add((Name(name, number), null, line));
            }
            else
            {
                (string was, string here) = Differing(gone[match].Line.Split(separator), line.Split(separator), separator);
                changes.Add((Name(name, number), was, here));
                gone.RemoveAt(match);
            }
        }

        changes.AddRange(
            gone.Select(item => (Name(item.Line.Split(separator)[0], item.Number), (string?)item.Line, (string?)null))
        );
        string more = string.Create(CultureInfo.InvariantCulture, $"{changes.Count - Most} more rows");
        return changes.Count <= Most ? changes : [.. changes.Take(Most), (more, "as they were", "changed")];
    }

    private static string Name(string name, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"row {name} (line {number})");

    // Lines that the other has not, or not so often.
    private static List<(string Line, int Number)> Without(string[] lines, string[] others)
    {
        Dictionary<string, int> left = others.CountBy(line => line).ToDictionary();
        var found = new List<(string, int)>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (left.GetValueOrDefault(lines[i]) is > 0 and int count)
            {
                left[lines[i]] = count - 1;
            }
            else
            {
                found.Add((lines[i], i + 1));
            }
        }

        return found;
    }

    private static (string Old, string New) Differing(string[] old, string[] now, char separator)
    {
        if (old.Length != now.Length)
        {
            return (string.Join(separator, old), string.Join(separator, now));
        }

        int[] cells = [.. Enumerable.Range(0, old.Length).Where(i => old[i] != now[i])];
        return (string.Join(", ", cells.Select(i => old[i])), string.Join(", ", cells.Select(i => now[i])));
    }
}
