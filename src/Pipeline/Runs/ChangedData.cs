using Research.Data;
using Research.Data.Store;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Datasets upstream of a step that are not what they were when the run was planned.</summary>
internal static class ChangedData
{
    public static IEnumerable<string> Of(Project project, Plan plan, Step step)
    {
        foreach (Step up in step.Target.Upstream.Select(name => plan[name]))
        {
            if (
                up.Target is DatasetTarget { Dataset: PinnedDataset pinned }
                && project.Inputs.Store.StateOf(project.Inputs.Pins.Find(pinned.Id)) != DatasetState.Verified
            )
            {
                yield return $"dataset {pinned.Id}";
            }
            else if (up.Target is DatasetTarget { Dataset: FolderDataset })
            {
                foreach (string part in project.Fingerprinter.ChangedSince(up.Target, up.Fingerprint!))
                {
                    yield return part;
                }
            }
        }
    }
}
