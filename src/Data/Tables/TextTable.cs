using System.Text;
using Research.Numerics;

namespace Research.Data.Tables;

/// <summary>A table of text: a heading, then rows of as many cells; cells between quotes may hold separators and line ends (RFC 4180).</summary>
internal sealed class TextTable
{
    private const int MostBytes = 1 << 26;

    private TextTable(string name, IReadOnlyList<string> heading, IReadOnlyList<TextRow> rows) =>
        (Name, Heading, Rows) = (name, heading, rows);

    /// <summary>The file, for messages.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Heading { get; }

    public IReadOnlyList<TextRow> Rows { get; }

    /// <param name="path">UTF-8, with or without byte order mark.</param>
    /// <param name="separator">Between cells: a comma or a tab.</param>
    /// <exception cref="ResearchException">The file cannot be read, or is no such table; the message begins with its path.</exception>
    public static TextTable Read(string path, char separator)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes
                ? Parse(File.ReadAllText(path, Encoding.UTF8), path, separator)
                : throw new ResearchException($"{path}: has more than {MostBytes} bytes, which no table of labels has.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: {error.Message}", error);
        }
    }

    /// <param name="name">For messages.</param>
    public static TextTable Parse(string text, string name, char separator)
    {
        IReadOnlyList<(int Line, string[] Cells)> lines = new TextCells(text, name, separator).All();
        if (lines.Count == 0)
        {
            throw new ResearchException($"{name}: is empty; its first line must name the columns.");
        }

        string[] heading = lines[0].Cells;
        var table = new TextTable(name, heading, []);
        return new(name, heading, [.. lines.Skip(1).Select(line => new TextRow(table, line.Line, Checked(line, heading, name)))]);
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="ResearchException">There is none of that name.</exception>
    public int Column(string column)
    {
        for (int k = 0; k < Heading.Count; k++)
        {
            if (Heading[k] == column)
            {
                return k;
            }
        }

        throw new ResearchException($"{Name}: has no column '{column}'; it has {string.Join(", ", Heading)}.");
    }

    private static string[] Checked((int Line, string[] Cells) line, string[] heading, string name) =>
        line.Cells.Length == heading.Length
            ? line.Cells
            : throw new ResearchException(
                $"{name}, line {line.Line}: has {line.Cells.Length} cells where the heading has {heading.Length}."
            );
}
