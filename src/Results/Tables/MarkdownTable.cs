using System.Text;

namespace Research.Results.Tables;

/// <summary>Tables as Markdown.</summary>
public static class MarkdownTable
{
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        Append(text, header);
        Append(text, [.. header.Select(_ => "---")]);
        foreach (IReadOnlyList<string> row in rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => MarkdownText.Cell(ReadableCell.Of(cell)))).Append(" |\n");
}
