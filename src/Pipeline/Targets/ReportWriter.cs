using Research.Data.Locking;

namespace Research.Pipeline.Targets;

/// <summary>What writes a report, as the settings of a target: its code is the target's.</summary>
/// <param name="Write">Takes a folder of results, every pinned dataset, and the folder of the pages.</param>
internal sealed record ReportWriter(Action<string, DatasetLock, string> Write);
