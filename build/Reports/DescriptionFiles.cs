using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Folders;

namespace Research.Build.Reports;

/// <summary>What readers of a folder of results are told besides the tables, written without a run.</summary>
internal static class DescriptionFiles
{
    /// <summary>Content by path below the profile's folder: graph.json, and study.json of each study.</summary>
    public static IReadOnlyDictionary<string, string> OfProfile(Project project) =>
        ResultDescriptions.Of(project.Graph, Studies.All, project.Settings.Profile);

    /// <summary>Content by path below the profile's folder: experiment.json of each experiment.</summary>
    public static IReadOnlyDictionary<string, string> OfExperiments(Project project) =>
        project
            .Graph.All.OfType<TablesTarget>()
            .ToDictionary(
                tables => Path.Combine(tables.Experiment.Study, tables.Experiment.Name, ExperimentDescription.File),
                tables => tables.Description
            );

    /// <summary>Writes those whose folder is there and that are not as they should be.</summary>
    /// <param name="folder">Of the profile.</param>
    /// <returns>How many were written.</returns>
    public static int Write(string folder, IEnumerable<KeyValuePair<string, string>> files)
    {
        int written = 0;
        foreach ((string file, string content) in files)
        {
            string path = Path.Combine(folder, file);
            if (Directory.Exists(Path.GetDirectoryName(path)) && PublishedFile.Write(path, content))
            {
                written++;
            }
        }

        return written;
    }
}
