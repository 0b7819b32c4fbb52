using Research.Numerics;

namespace Research.Pipeline;

/// <summary>Lines for a person's terminal, or a log of it: whatever name or answer they quote, it moves no cursor and forges no line.</summary>
public static class Terminal
{
    /// <summary>One line on standard output.</summary>
    public static void Say(string line) => Console.Out.WriteLine(Printable.Of(line));

    /// <summary>Text of several lines, such as a licence: all but the first are indented.</summary>
    public static void SayLines(string text) => Console.Out.WriteLine(Printable.Lines(text));

    /// <summary>A page of our own, such as a table, that quotes others only where they are made printable: its lines stay as they are.</summary>
    public static void SayPage(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (string line in page.Split('\n'))
        {
            Say(line);
        }
    }

    /// <summary>One line on standard error.</summary>
    public static void Complain(string line) => Console.Error.WriteLine(Printable.Of(line));

    /// <summary>Several lines on standard error, such as a trace: all but the first are indented.</summary>
    public static void ComplainLines(string text) => Console.Error.WriteLine(Printable.Lines(text));
}
