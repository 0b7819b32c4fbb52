using System.Globalization;
using System.Text.RegularExpressions;
using Research.Pipeline.Executors.Dispatching;

namespace Research.Pipeline.Executors.Schedulers;

/// <summary>Any scheduler, by three command lines of the user's: PBS, LSF, HTCondor, Kubernetes, a script.</summary>
/// <remarks>
/// <para>Submit prints the job's id as its last word; where it ends well without one, nothing more is submitted. Poll prints a line "ID STATE …" a job that it knows: waiting, running, completed, failed, killed, preempted, node,
/// memory, time, cancelled, or the words that PBS, LSF and HTCondor have for them. Cancel ends the jobs.</para>
/// <para>In them stand for: {command} the worker's command line; {name}; {cores}; {memoryMiB}; {seconds}; {minutes}; {gpus}; {ids} the jobs asked about.</para>
/// </remarks>
internal sealed partial class CommandScheduler(CommandTemplates templates, WorkerCommand worker) : IScheduler
{
    private const int MostChars = 30_000; // of ids in one command line

    private static readonly Dictionary<string, TaskState> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["waiting"] = TaskState.Waiting("waiting"),
        ["pending"] = TaskState.Waiting("pending"),
        ["pend"] = TaskState.Waiting("pending"),
        ["queued"] = TaskState.Waiting("queued"),
        ["q"] = TaskState.Waiting("queued"),
        ["w"] = TaskState.Waiting("queued"),
        ["h"] = TaskState.Waiting("held"),
        ["held"] = TaskState.Waiting("held"),
        ["i"] = TaskState.Waiting("idle"),
        ["idle"] = TaskState.Waiting("idle"),
        ["running"] = TaskState.Running("running"),
        ["run"] = TaskState.Running("running"),
        ["r"] = TaskState.Running("running"),
        ["b"] = TaskState.Running("running"), // PBS: an array that has begun
        ["e"] = TaskState.Running("ending"), // PBS: exiting
        ["active"] = TaskState.Running("running"),
        ["s"] = TaskState.Running("suspended"),
        ["suspended"] = TaskState.Running("suspended"),
        ["ssusp"] = TaskState.Running("suspended"),
        ["ususp"] = TaskState.Running("suspended"),
        ["psusp"] = TaskState.Waiting("suspended"),
        ["completed"] = TaskState.Ended(Ending.Completed, "completed"),
        ["done"] = TaskState.Ended(Ending.Completed, "done"),
        ["succeeded"] = TaskState.Ended(Ending.Completed, "succeeded"),
        ["c"] = TaskState.Ended(Ending.Completed, "completed"),
        ["f"] = TaskState.Ended(Ending.Completed, "finished"), // PBS, as qstat -x has it
        ["complete"] = TaskState.Ended(Ending.Completed, "completed"),
        ["failed"] = TaskState.Ended(Ending.Failed, "failed"),
        ["exit"] = TaskState.Ended(Ending.Failed, "exit"),
        ["killed"] = TaskState.Ended(Ending.Killed, "killed"),
        ["preempted"] = TaskState.Ended(Ending.Preempted, "preempted"),
        ["evicted"] = TaskState.Ended(Ending.Preempted, "evicted"),
        ["node"] = TaskState.Ended(Ending.Node, "its machine failed"),
        ["memory"] = TaskState.Ended(Ending.Memory, "out of memory"),
        ["oomkilled"] = TaskState.Ended(Ending.Memory, "out of memory"),
        ["time"] = TaskState.Ended(Ending.Time, "out of time"),
        ["timeout"] = TaskState.Ended(Ending.Time, "out of time"),
        ["cancelled"] = TaskState.Ended(Ending.Cancelled, "cancelled"),
        ["canceled"] = TaskState.Ended(Ending.Cancelled, "cancelled"),
        ["x"] = TaskState.Ended(Ending.Cancelled, "removed"), // HTCondor
        ["removed"] = TaskState.Ended(Ending.Cancelled, "removed"),
    };

    public string Name => "the scheduler";

    // A line of the user's submits one job.
    public int MostJobs => 1;

    public IReadOnlyList<string> Submit(Wave wave)
    {
        string line = Fill(templates.Submit, wave);
        string output = Run("submit", line);
        string? id = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return id is not null && IdPattern().IsMatch(id)
            ? [id]
            : throw new NamelessJobException(
                $"The submit command ended well and printed no id of a job as its last word, but '{output.Trim()}'. A job may run of which nothing is known here; see which, and mend the command."
            );
    }

    // Its lists are not known here: what a lost answer was about runs twice at worst, and the first record counts.
    public IReadOnlyList<string>? Find(Wave wave) => null;

    public IReadOnlyDictionary<string, TaskState> Poll(IReadOnlyCollection<string> ids)
    {
        var states = new Dictionary<string, TaskState>();
        HashSet<string> asked = [.. ids];
        foreach (string some in InPieces(ids))
        {
            foreach (string line in Run("poll", Fill(templates.Poll, some)).Split('\n'))
            {
                if (line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries) is not [var id, var word, ..])
                {
                    continue;
                }

                if (Words.TryGetValue(word, out TaskState? state))
                {
                    states[id] = state;
                }
                else if (asked.Contains(id))
                {
                    states[id] = TaskState.Waiting(word); // it is there, whatever the word means: it is not submitted again
                }
            }
        }

        return states;
    }

    public void Cancel(IReadOnlyCollection<string> ids)
    {
        foreach (string some in InPieces(ids))
        {
            Run("cancel", Fill(templates.Cancel, some));
        }
    }

    private static string Run(string what, string line)
    {
        (int code, string output, string errors) = SchedulerProgram.Run("sh", ["-c", line], "");
        return code == 0
            ? output
            : throw new SchedulerException(SchedulerProgram.Said($"The {what} command ('{line}')", code, output, errors));
    }

    private string Fill(string template, Wave wave) =>
        template
            .Replace("{command}", Shell.Line(worker.Of(wave.Name, 0)), StringComparison.Ordinal)
            .Replace("{name}", wave.ShortName, StringComparison.Ordinal)
            .Replace("{cores}", Text(wave.Resources.Cores), StringComparison.Ordinal)
            .Replace("{memoryMiB}", Text(wave.Resources.MemoryBytes >> 20), StringComparison.Ordinal)
            .Replace("{seconds}", Text(wave.Resources.Seconds), StringComparison.Ordinal)
            .Replace("{minutes}", Text((wave.Resources.Seconds + 59) / 60), StringComparison.Ordinal)
            .Replace("{gpus}", Text(wave.Resources.Gpus), StringComparison.Ordinal);

    private static string Fill(string template, string ids) => template.Replace("{ids}", ids, StringComparison.Ordinal);

    private static IEnumerable<string> InPieces(IEnumerable<string> ids)
    {
        var piece = new List<string>();
        int length = 0;
        foreach (string id in ids)
        {
            if (length + id.Length > MostChars)
            {
                yield return string.Join(' ', piece);
                piece.Clear();
                length = 0;
            }

            piece.Add(id);
            length += id.Length + 1;
        }

        if (piece.Count > 0)
        {
            yield return string.Join(' ', piece);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Ids go into command lines.
    [GeneratedRegex(@"^[A-Za-z0-9._\[\]:/@-]+$")]
    private static partial Regex IdPattern();
}

/// <summary>Command lines for a POSIX shell, with {placeholders}.</summary>
/// <param name="Submit">Submits one job, and prints its id last.</param>
/// <param name="Poll">Prints the state of jobs, a line each.</param>
/// <param name="Cancel">Ends jobs.</param>
internal sealed record CommandTemplates(string Submit, string Poll, string Cancel);
