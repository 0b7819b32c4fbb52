using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Cli.Projects;

/// <summary>Lines about a run: a start, every quarter with the time left, an end.</summary>
internal sealed class ConsoleObserver(TextWriter output) : IRunObserver
{
    private readonly ConcurrentDictionary<string, (Stopwatch Clock, int Quarter)> _running = new();

    public void Started(Step step)
    {
        _running[step.Target.Name] = (Stopwatch.StartNew(), 0);
        if (step.State == StepState.Run)
        {
            output.WriteLine($"{step.Target.Name}: {step.Reason}");
        }
    }

    public void Progress(Step step, double share)
    {
        (Stopwatch clock, int quarter) = _running[step.Target.Name];
        int reached = (int)(4 * share);
        if (reached > quarter && reached < 4)
        {
            _running[step.Target.Name] = (clock, reached);
            double left = clock.Elapsed.TotalSeconds * (1 - share) / share;
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{step.Target.Name}: {25 * reached} %, about {left:F0} s left")
            );
        }
    }

    public void Ended(StepResult result)
    {
        if (result.End != StepEnd.UpToDate)
        {
            string end = result.End == StepEnd.Failed ? "FAILED" : result.End.ToString().ToLowerInvariant();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Target}: {end} ({result.Seconds:F1} s)"));
        }
    }
}
