using System.Globalization;
using Research.Pipeline.Executors.Dispatching;

namespace Research.Pipeline.Executors.Schedulers;

/// <summary>Reads what Slurm's programs print: states of jobs by id, such as 12_3.</summary>
internal static class SlurmText
{
    // The worker's exit code after SIGTERM, which Slurm sends a minute before the time is over; who cancels or preempts is told as such.
    private const string AskedToEnd = "143:";

    /// <summary>Lines "id|state|reason" of squeue.</summary>
    public static IReadOnlyDictionary<string, TaskState> Squeue(string output) =>
        Of(
            output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('|'))
                .Where(words => words.Length >= 3)
                .Select(words => (words[0].Trim(), StateOf(words[1].Trim(), words[2].Trim(), null)))
        );

    /// <summary>Lines "id|state|exit:signal" of sacct.</summary>
    public static IReadOnlyDictionary<string, TaskState> Sacct(string output) =>
        Of(
            output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('|'))
                .Where(words => words.Length >= 3)
                .Select(words => (words[0].Trim(), StateOf(words[1].Trim(), "", words[2].Trim())))
        );

    /// <summary>Lines "Key=value …" of scontrol show job.</summary>
    public static IReadOnlyDictionary<string, TaskState> Scontrol(string output)
    {
        var found = new List<(string, TaskState)>();
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var values = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Split('=', 2))
                .Where(pair => pair.Length == 2)
                .GroupBy(pair => pair[0])
                .ToDictionary(group => group.Key, group => group.First()[1]);
            if (values.TryGetValue("ArrayJobId", out string? array) && values.TryGetValue("ArrayTaskId", out string? task))
            {
                TaskState state = StateOf(
                    values.GetValueOrDefault("JobState", ""),
                    values.GetValueOrDefault("Reason", ""),
                    values.GetValueOrDefault("ExitCode")
                );
                found.AddRange(Tasks(task).Select(index => ($"{array}_{index}", state)));
            }
        }

        return Of(found);
    }

    private static Dictionary<string, TaskState> Of(IEnumerable<(string Id, TaskState State)> found)
    {
        var states = new Dictionary<string, TaskState>();
        foreach ((string id, TaskState state) in found)
        {
            states[id] = state; // the last, where a job was started again
        }

        return states;
    }

    // What still waits is one line for many: 0-3,7 or 4-9%2.
    private static IEnumerable<string> Tasks(string text)
    {
        foreach (string part in text.Split('%')[0].Split(','))
        {
            string[] ends = part.Split('-');
            if (
                ends.Length == 2
                && int.TryParse(ends[0], CultureInfo.InvariantCulture, out int first)
                && int.TryParse(ends[1], CultureInfo.InvariantCulture, out int last)
            )
            {
                for (int i = first; i <= last; i++)
                {
                    yield return i.ToString(CultureInfo.InvariantCulture);
                }
            }
            else
            {
                yield return part;
            }
        }
    }

    // "CANCELLED by 1000" and "CANCELLED+" are states too.
    private static TaskState StateOf(string state, string reason, string? exit)
    {
        string told = string.Join(
            ' ',
            new[] { state, reason is "None" ? "" : reason, exit is null ? "" : "exit code " + exit }.Where(part =>
                part.Length > 0
            )
        );
        return state.Split(' ', '+')[0] switch
        {
            "PENDING" or "CONFIGURING" or "REQUEUED" or "REQUEUE_HOLD" or "SPECIAL_EXIT" => TaskState.Waiting(told),
            "RUNNING" or "COMPLETING" or "SUSPENDED" or "STAGE_OUT" or "STOPPED" or "SIGNALING" or "RESIZING" =>
                TaskState.Running(told),
            "COMPLETED" => TaskState.Ended(Ending.Completed, told),
            "PREEMPTED" => TaskState.Ended(Ending.Preempted, told),
            "NODE_FAIL" or "BOOT_FAIL" => TaskState.Ended(Ending.Node, told),
            "OUT_OF_MEMORY" => TaskState.Ended(Ending.Memory, told),
            "TIMEOUT" or "DEADLINE" => TaskState.Ended(Ending.Time, told),
            "CANCELLED" or "REVOKED" => TaskState.Ended(Ending.Cancelled, told),
            "FAILED" when exit is not null && exit.StartsWith(AskedToEnd, StringComparison.Ordinal) => TaskState.Ended(
                Ending.Time,
                told
            ),
            "FAILED" when IsKilled(exit) => TaskState.Ended(Ending.Killed, told),
            "FAILED" => TaskState.Ended(Ending.Failed, told),
            _ => TaskState.Waiting(told),
        };
    }

    // Signal 9, or a shell's word for it.
    private static bool IsKilled(string? exit) =>
        exit is not null && (exit.EndsWith(":9", StringComparison.Ordinal) || exit.StartsWith("137:", StringComparison.Ordinal));
}
