using Research.Data.Locking;

namespace Research.Pipeline;

/// <summary>A catalogue whose results are reported.</summary>
public interface IReported
{
    /// <summary>Writes the pages of a report: takes a folder of results, every pinned dataset, and the folder of the pages.</summary>
    /// <remarks>It reads that folder alone. Its code is part of what a report is made from.</remarks>
    Action<string, DatasetLock, string> Report { get; }
}
