using System.Collections.Concurrent;
using Spectre.Console;

namespace Research.Build.Display;

/// <summary>Bars for a terminal: one a target, with its share and the time left.</summary>
public sealed class LiveDisplay(IAnsiConsole console) : IDisplay
{
    private readonly ConcurrentDictionary<string, ProgressTask> _bars = new();
    private readonly ConcurrentQueue<string> _remarks = new();

    public async Task ShowAsync(IReadOnlyList<string> targets, Func<Task> body)
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
        await progress.StartAsync(async context =>
        {
            foreach (string target in targets)
            {
                _bars[target] = context.AddTask(Markup.Escape(target), autoStart: false);
            }

            await body();
        });
        foreach (string remark in _remarks)
        {
            console.WriteLine(remark);
        }
    }

    public void Start(string target) => Bar(target)?.StartTask();

    public void Progress(string target, double share)
    {
        if (Bar(target) is { } bar)
        {
            bar.Value = 100 * share;
        }
    }

    public void Finish(string target, string remark)
    {
        if (Bar(target) is { } bar)
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

    private ProgressTask? Bar(string target) => _bars.GetValueOrDefault(target);
}
