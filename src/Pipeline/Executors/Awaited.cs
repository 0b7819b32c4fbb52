using System.Threading.Channels;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Executors;

/// <summary>A job of the engine's that waits for other machines: what they tell of its items comes one after the other.</summary>
internal sealed class Awaited(JobSpec job)
{
    private readonly Channel<Action<IJobObserver>> _told = Channel.CreateUnbounded<Action<IJobObserver>>();
    private readonly bool[] _started = new bool[job.Items.Count];
    private readonly bool[] _ended = new bool[job.Items.Count];
    private readonly Lock _gate = new();

    public JobSpec Job => job;

    /// <summary>Item by item, until the last has ended.</summary>
    public async Task ListenAsync(IJobObserver observer, CancellationToken cancellation)
    {
        await foreach (Action<IJobObserver> told in _told.Reader.ReadAllAsync(cancellation))
        {
            told(observer);
        }
    }

    /// <summary>An item is being made there.</summary>
    public void Progress(int item, double share)
    {
        lock (_gate)
        {
            if (!_ended[item])
            {
                Start(item);
                _told.Writer.TryWrite(observer => observer.Progress(item, share));
            }
        }
    }

    /// <summary>An item has ended: where it went well, its outputs are in its folder.</summary>
    /// <param name="taken">Called when the engine has taken it; a run that is stopped before finds it again.</param>
    public void End(int item, WorkerReport report, Action taken)
    {
        lock (_gate)
        {
            if (_ended[item])
            {
                return;
            }

            Start(item);
            _ended[item] = true;
            _told.Writer.TryWrite(observer =>
            {
                observer.Ended(item, report);
                taken();
            });
            if (_ended.All(ended => ended))
            {
                _told.Writer.Complete();
            }
        }
    }

    private void Start(int item)
    {
        if (!_started[item])
        {
            _started[item] = true;
            _told.Writer.TryWrite(observer => observer.Started(item));
        }
    }
}

/// <summary>An item of such a job.</summary>
/// <param name="Job">That waits.</param>
/// <param name="Index">Of the item.</param>
/// <param name="File">The item as it goes to other machines.</param>
internal sealed record AwaitedItem(Awaited Job, int Index, JobFileEntry File);

/// <summary>What goes into a job's file for an item.</summary>
/// <param name="Item">The entry.</param>
/// <param name="Seconds">Expected; null where nobody knows.</param>
internal sealed record JobFileEntry(Exchange.JobFileItem Item, double? Seconds);
