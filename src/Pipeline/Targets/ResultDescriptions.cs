using Research.Pipeline.Descriptions;
using Research.Results.Folders;

namespace Research.Pipeline.Targets;

/// <summary>What readers of a profile's folder of results are told besides the tables, without a run.</summary>
public static class ResultDescriptions
{
    /// <summary>Content by path below the profile's folder: graph.json, and study.json of each study.</summary>
    /// <param name="graph">Of the profile.</param>
    /// <param name="studies">In the report's order.</param>
    public static IReadOnlyDictionary<string, string> Of(TargetGraph graph, IReadOnlyList<Study> studies, Profile profile)
    {
        GraphDescription description = GraphDescriber.Of(graph, studies, profile);
        return studies
            .Where(study => description.Studies.Contains(study.Name))
            .ToDictionary(study => $"{study.Name}/{StudyDescription.File}", study => Describe.Study(study, profile).ToJson())
            .Append(new(GraphDescription.File, description.ToJson()))
            .ToDictionary();
    }
}
