using System.Text;
using Research.Numerics;

namespace Research.Data.Tables;

/// <summary>Cuts the text of a table into lines of cells; empty lines are left out.</summary>
internal sealed class TextCells(string text, string name, char separator)
{
    private readonly List<(int, string[])> _lines = [];
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private int _line = 1; // of the text, from 1
    private int _begun = 1; // where the cells began

    /// <exception cref="ResearchException">A quote is not closed.</exception>
    public IReadOnlyList<(int Line, string[] Cells)> All()
    {
        int i = 0;
        while (i < text.Length)
        {
            i = text[i] == '"' && _cell.Length == 0 ? AfterQuoted(i + 1) : After(i);
        }

        EndLine();
        return _lines;
    }

    private int After(int i)
    {
        if (text[i] == separator)
        {
            EndCell();
        }
        else if (text[i] == '\n')
        {
            EndLine();
            _begun = ++_line;
        }
        else if (text[i] != '\r')
        {
            _cell.Append(text[i]);
        }

        return i + 1;
    }

    // Two quotes stand for one.
    private int AfterQuoted(int i)
    {
        for (; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                _line += text[i] == '\n' ? 1 : 0;
                _cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                _cell.Append(text[i++]);
            }
            else
            {
                return i + 1;
            }
        }

        throw new ResearchException($"{name}, line {_begun}: a quote is opened and not closed.");
    }

    private void EndCell()
    {
        _cells.Add(_cell.ToString());
        _cell.Clear();
    }

    private void EndLine()
    {
        if (_cells.Count > 0 || _cell.Length > 0)
        {
            EndCell();
            _lines.Add((_begun, [.. _cells]));
            _cells.Clear();
        }
    }
}
