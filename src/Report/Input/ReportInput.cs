using Research.Data.Locking;
using Research.Results.Folders;

namespace Research.Report.Input;

/// <summary>All that a report is made from: the folder of a profile's results, and the pins.</summary>
/// <param name="Graph">The profile and its targets.</param>
/// <param name="Studies">In order.</param>
/// <param name="Pins">Every pinned dataset.</param>
public sealed record ReportInput(GraphDescription Graph, IReadOnlyList<StudyInput> Studies, DatasetLock Pins)
{
    /// <summary>What a second tensor engine made of the same trainings; null where nothing was compared.</summary>
    public WitnessInput? Witness { get; init; }

    /// <summary>What independent machines confirmed; null where nobody wrote it down.</summary>
    public ReceiptInput? Receipts { get; init; }

    /// <summary>Reads a folder such as results/paper or artifacts/quick.</summary>
    /// <param name="folder">With graph.json, and a folder for each study.</param>
    /// <param name="pins">Every pinned dataset.</param>
    /// <exception cref="Numerics.ResearchException">A description is missing or cannot be read.</exception>
    public static ReportInput Read(string folder, DatasetLock pins)
    {
        var graph = GraphDescription.Load(Path.Combine(folder, GraphDescription.File));
        return new(graph, [.. graph.Studies.Select(study => StudyInput.Read(Path.Combine(folder, study)))], pins)
        {
            Witness = WitnessInput.Find(folder),
            Receipts = ReceiptInput.Find(folder),
        };
    }
}
