using Research.Data.Datasets;
using Research.Results.Folders;

namespace Research.Pipeline.Descriptions;

/// <summary>What readers of results are told of a study and of its experiments: declarations and documentation, without a run.</summary>
internal static class Describe
{
    public static StudyDescription Study(Study study, Profile profile) =>
        new()
        {
            Name = study.Name,
            Title = study.Title,
            About = Documentation.Of(study.Source.Assembly).Summary(study.Source),
            Experiments = [.. study.Experiments(profile).Select(experiment => experiment.Name)],
            HasClaims = study.Claims.All.Count > 0,
            StandIns = StandIns(study, profile),
            Documents = StudyFiles.Documents(study),
            Reasons = StudyFiles.Reasons(study),
            WithTheData = study.WithTheData,
            SourceFolder = StudyFiles.SourceFolder(study),
        };

    // By the name in the claims, the dataset that the study's experiments use in its place.
    private static Dictionary<string, string> StandIns(Study study, Profile profile)
    {
        HashSet<string> used = [.. study.Experiments(profile).SelectMany(experiment => experiment.Data).Select(data => data.Id)];
        return DatasetCatalog
            .In(typeof(DatasetCatalog).Assembly, study.Source.Assembly)
            .Where(card => used.Contains(card.Dataset.Id))
            .SelectMany(card => card.StandsInFor.Select(name => (name, card.Dataset.Id)))
            .ToDictionary();
    }

    public static ExperimentDescription Experiment(Experiment experiment)
    {
        Type type = experiment.GetType();
        return new()
        {
            Target = experiment.Target,
            Name = experiment.Name,
            Question = experiment.Question,
            Method = MethodText.Of(Documentation.Of(type.Assembly).Remarks(type)),
            Highlights = experiment.Highlights(),
            Charts = experiment.Charts(),
        };
    }
}
