using System.Collections.Concurrent;
using Research.Numerics;
using Spectre.Console;

namespace Research.Build.Display;

/// <summary>Bars for a terminal: one a target, with its share and the time left.</summary>
internal sealed class LiveDisplay(IAnsiConsole console) : IDisplay
{
    private readonly ConcurrentDictionary<string, ProgressTask> _bars = new();
    private readonly ConcurrentQueue<string> _remarks = new();
    private ProgressContext? _context;

    public async Task ShowAsync(Func<Task> body)
    {
        Progress progress = console
            .Progress()
            .AutoClear(false)
            .Columns(
                new SpinnerColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn(),
                new ElapsedTimeColumn()
            );
        try
        {
            await progress.StartAsync(async context =>
            {
                _context = context;
                await body();
            });
        }
        finally
        {
            WriteRemarks(); // a run that fails says what it said until then
        }
    }

    public void Start(string target) => Bar(target);

    public void Progress(string target, double share) => Bar(target).Value = 100 * share;

    public void Finish(string target, string remark)
    {
        if (_bars.TryGetValue(target, out ProgressTask? bar))
        {
            bar.Value = bar.MaxValue;
            bar.StopTask();
        }

        if (remark.Length > 0)
        {
            _remarks.Enqueue($"{target}: {remark}");
        }
    }

    public void Say(string line) => _remarks.Enqueue(line);

    private void WriteRemarks()
    {
        foreach (string remark in _remarks)
        {
            console.WriteLine(Printable.Lines(remark));
        }
    }

    private ProgressTask Bar(string target) =>
        _bars.GetOrAdd(target, name => _context!.AddTask(Markup.Escape(Printable.Of(name))));
}
