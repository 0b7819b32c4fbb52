namespace Research.Build.Display;

/// <summary>Shows on another display, and remembers the lines that stay.</summary>
internal sealed class RecordingDisplay(IDisplay display) : IDisplay
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public Task ShowAsync(Func<Task> body) => display.ShowAsync(body);

    public void Start(string target) => display.Start(target);

    public void Progress(string target, double share) => display.Progress(target, share);

    public void Finish(string target, string remark) => display.Finish(target, remark);

    public void Say(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }

        display.Say(line);
    }
}
