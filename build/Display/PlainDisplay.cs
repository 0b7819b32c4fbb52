using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Research.Numerics;

namespace Research.Build.Display;

/// <summary>Lines for a log: a start, every quarter with the time left, an end.</summary>
internal sealed class PlainDisplay(TextWriter output) : IDisplay
{
    private readonly ConcurrentDictionary<string, (Stopwatch Clock, int Quarter)> _running = new();

    public Task ShowAsync(Func<Task> body) => body();

    public void Start(string target) => _running[target] = (Stopwatch.StartNew(), 0);

    public void Progress(string target, double share)
    {
        (Stopwatch clock, int quarter) = _running.GetOrAdd(target, _ => (Stopwatch.StartNew(), 0));
        int reached = (int)(4 * share);
        if (reached <= quarter || reached >= 4)
        {
            return;
        }

        _running[target] = (clock, reached);
        double left = clock.Elapsed.TotalSeconds * (1 - share) / share;
        Say(string.Create(CultureInfo.InvariantCulture, $"{target}: {25 * reached} %, about {left:F0} s left"));
    }

    public void Finish(string target, string remark)
    {
        bool ran = _running.TryRemove(target, out (Stopwatch Clock, int Quarter) run);
        if (remark.Length > 0)
        {
            string time = ran ? string.Create(CultureInfo.InvariantCulture, $" ({run.Clock.Elapsed.TotalSeconds:F1} s)") : "";
            Say($"{target}: {remark}{time}");
        }
    }

    public void Say(string line)
    {
        output.WriteLine(Printable.Lines(line));
        output.Flush();
    }
}
