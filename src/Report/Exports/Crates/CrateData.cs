using Research.Data.Locking;
using Research.Numerics;
using Research.Report.Exports.Input;

namespace Research.Report.Exports.Crates;

/// <summary>The datasets that a profile's experiments read.</summary>
internal static class CrateData
{
    /// <summary>Adds each of them.</summary>
    /// <returns>Identifiers in the crate by id of datasets.lock.</returns>
    /// <exception cref="ResearchException">An experiment read a dataset that the lock does not have.</exception>
    public static Dictionary<string, string> Add(ExportInput input, CrateGraph graph)
    {
        HashSet<string> read = [.. input.Experiments.SelectMany(experiment => experiment.Data)];
        DatasetLock pins = input.Report.Pins;
        Dictionary<string, string> added = [];
        foreach (DatasetEntry data in pins.Datasets.Where(data => read.Contains(data.Id)))
        {
            added.Add(data.Id, CrateWorks.AddDataset(graph, Work.Of(data), data.Licence, data.Digest));
        }

        foreach (GeneratedEntry data in pins.Generated.Where(data => read.Contains(data.Id)))
        {
            added.Add(data.Id, CrateWorks.AddDataset(graph, Work.Of(data, input.Citation), data.Licence, data.Digest));
        }

        string[] unknown = [.. read.Where(id => !added.ContainsKey(id))];
        return unknown.Length == 0
            ? added
            : throw new ResearchException(
                $"{input.PathOf("graph.json")} names {string.Join(", ", unknown)}, which datasets.lock does not have; write it again: ./build.sh --target Describe"
            );
    }
}
