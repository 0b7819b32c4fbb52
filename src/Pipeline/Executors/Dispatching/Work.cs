using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors.Dispatching;

/// <summary>One target that somebody waits for.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Fingerprint">Of what is to be made.</param>
/// <param name="Place">Of whoever waits: what it is to them.</param>
internal sealed record WorkItem(string Target, string Fingerprint, object Place);

/// <summary>Items that one job makes, and what became of its attempts.</summary>
/// <param name="items">At least one.</param>
/// <param name="resources">What the next attempt asks for.</param>
internal sealed class Work(IReadOnlyList<WorkItem> items, Resources resources)
{
    /// <summary>What is left to make, in order.</summary>
    public IReadOnlyList<WorkItem> Items { get; private set; } = items;

    public Resources Resources { get; private set; } = resources;

    /// <summary>A random word, another for each attempt.</summary>
    public string Submission { get; set; } = "";

    /// <summary>Name of the job's file.</summary>
    public string Job { get; set; } = "";

    /// <summary>The scheduler's id of the attempt that is under way; null for none.</summary>
    public string? TaskId { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>As last told; null before.</summary>
    public TaskState? State { get; set; }

    /// <summary>When it was first seen to have ended; null before.</summary>
    public DateTimeOffset? EndSeen { get; set; }

    /// <summary>Polls in a row that did not know it.</summary>
    public int Missed { get; set; }

    /// <summary>Attempts that ended each way.</summary>
    public Dictionary<Ending, int> Endings { get; } = [];

    /// <summary>Takes away what is done.</summary>
    public void Drop(IReadOnlyCollection<WorkItem> done) => Items = [.. Items.Where(item => !done.Contains(item))];

    /// <summary>Takes the first item into a work of its own, with the same history; the rest begins afresh.</summary>
    public Work? SplitRest()
    {
        if (Items.Count == 1)
        {
            return null;
        }

        var rest = new Work([.. Items.Skip(1)], Resources);
        Items = [Items[0]];
        return rest;
    }

    /// <summary>Makes ready for another attempt.</summary>
    public void Again(Resources resources)
    {
        (Resources, TaskId, State, EndSeen, Missed) = (resources, null, null, null, 0);
    }
}
