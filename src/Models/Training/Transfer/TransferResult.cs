using Research.Models.Training.RangeTest;

namespace Research.Models.Training.Transfer;

/// <summary>How a transfer training went.</summary>
/// <param name="RangeTest">Null where none was made.</param>
/// <param name="FirstRate">The rate of the first epoch.</param>
public sealed record TransferResult(History History, RangeTestResult? RangeTest, double FirstRate);
