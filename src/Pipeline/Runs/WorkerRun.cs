using System.Globalization;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>One job in a worker: its items one after the other, each with a report.</summary>
internal sealed class WorkerRun(
    JobSpec job,
    TargetGraph graph,
    Func<string, string> takeDevice,
    WorkerOutput output,
    CancellationToken stopped
)
{
    /// <returns>Whether every item was made.</returns>
    public bool Make()
    {
        bool well = true;
        for (int i = 0; i < job.Items.Count; i++)
        {
            stopped.ThrowIfCancellationRequested();
            output.Say(Worker.StartedWord, i);
            WorkerReport report = Make(job.Items[i], i);
            well &= report.Error is null;
            Tell(report, job.Items[i].Report, i);
        }

        return well;
    }

    // Where the disk does not take the report either, the parent is told directly.
    private void Tell(WorkerReport report, string path, int i)
    {
        try
        {
            report.Save(path);
            output.Say(Worker.EndedWord, i);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string why = report.Error ?? WriteFailure.Of(error, job.Cache, null) ?? error.Message;
            output.Say(Worker.ToldWord, i, (report with { Error = why }).ToWord());
        }
    }

    private WorkerReport Make(JobItem item, int i) =>
        ItemMaking.Make(job, item, graph, takeDevice, share => output.Say(Worker.ProgressWord, i, share), stopped);
}

/// <summary>What a worker tells its parent, a line each.</summary>
internal sealed class WorkerOutput(TextWriter output)
{
    private readonly Lock _gate = new();

    public void Say(string word) => Write(word);

    public void Say(string word, int item) => Write(string.Create(CultureInfo.InvariantCulture, $"{word} {item}"));

    public void Say(string word, int item, double share) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"{word} {item} {share:F4}"));

    public void Say(string word, int item, string text) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"{word} {item} {text}"));

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
