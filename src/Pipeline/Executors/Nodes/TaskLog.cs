using System.Globalization;
using System.Text;

namespace Research.Pipeline.Executors.Nodes;

/// <summary>What a worker and its targets print: to the scheduler's own log, and kept for the exchange; its middle is left out where it is long.</summary>
/// <param name="inner">Where it goes too.</param>
internal sealed class TaskLog(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    private const int MostChars = 1 << 18;

    private readonly StringBuilder _head = new();
    private readonly StringBuilder _tail = new();
    private readonly Lock _gate = new();
    private long _leftOut;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_gate)
        {
            Add(value);
            inner.Write(value);
        }
    }

    public override void Write(string? value)
    {
        lock (_gate)
        {
            foreach (char c in value ?? "")
            {
                Add(c);
            }

            inner.Write(value);
            inner.Flush();
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    /// <summary>All that was written; of more than 512 K characters the first and the last.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                string cut =
                    _leftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $"\n[{_leftOut} characters left out]\n") : "";
                return $"{_head}{cut}{_tail}";
            }
        }
    }

    private void Add(char c)
    {
        if (_head.Length < MostChars)
        {
            _head.Append(c);
            return;
        }

        _tail.Append(c);
        if (_tail.Length > 2 * MostChars)
        {
            _tail.Remove(0, MostChars);
            _leftOut += MostChars;
        }
    }
}
