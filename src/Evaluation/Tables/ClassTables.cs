using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>The three tables of runs of classes: every run, and the confusions and the classes of one seed.</summary>
public static class ClassTables
{
    /// <param name="shown">The seed whose confusions and classes are shown.</param>
    /// <param name="withRecall">Whether unweighted average recall stands beside the accuracy of each run.</param>
    public static IEnumerable<ResultTable> Of(IReadOnlyList<ClassRun> runs, ulong shown, bool withRecall)
    {
        ClassRun[] own = [.. runs.Where(run => run.Seed == shown)];
        return [RunsTable.Of(runs, withRecall), ConfusionTable.Of(own), ClassTable.Of(own)];
    }
}
