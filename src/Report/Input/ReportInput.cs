using Research.Data.Locking;
using Research.Pipeline;
using Research.Results.Charts;

namespace Research.Report.Input;

/// <summary>All that a report is made from.</summary>
public sealed record ReportInput
{
    public required Profile Profile { get; init; }

    public required IReadOnlyList<StudyInput> Studies { get; init; }

    /// <summary>Targets up to the experiments, upstream before downstream.</summary>
    public required IReadOnlyList<TargetNode> Graph { get; init; }

    /// <summary>Every pinned dataset.</summary>
    public required DatasetLock Pins { get; init; }
}

/// <summary>A study and where its results lie.</summary>
/// <param name="Name">Such as Digits.</param>
/// <param name="Title">For people.</param>
/// <param name="About">What it is, from the source.</param>
/// <param name="ClaimsFile">Path of its claims.csv; null where no published figure is compared.</param>
/// <param name="Experiments">In the study's order.</param>
public sealed record StudyInput(
    string Name,
    string Title,
    string About,
    string? ClaimsFile,
    IReadOnlyList<ExperimentInput> Experiments
);

/// <summary>An experiment and the folder of its tables.</summary>
/// <param name="Target">Such as Digits.GmmHmm.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Method">From its documentation.</param>
/// <param name="Charts">Pictures of its tables.</param>
/// <param name="Folder">Where its tables and run.json are; null where it has not run.</param>
public sealed record ExperimentInput(
    string Target,
    string Question,
    MethodText Method,
    IReadOnlyList<Chart> Charts,
    string? Folder
);
