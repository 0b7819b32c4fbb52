namespace Research.Results.Folders;

/// <summary>What making a target took, on the machine that made it.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakBytes">Largest working set of the worker.</param>
/// <param name="Threads">Threads that it was given.</param>
public sealed record TargetCost(double Seconds, long PeakBytes, int Threads);
