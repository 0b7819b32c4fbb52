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

    // By the name in the study's claims, the dataset that its experiments use in its place. What an experiment uses for another purpose stands in for nothing.
    private static Dictionary<string, string> StandIns(Study study, Profile profile)
    {
        HashSet<string> used = [.. study.Experiments(profile).SelectMany(experiment => experiment.Data).Select(data => data.Id)];
        HashSet<string> named = [.. study.Claims.All.Select(claim => claim.Dataset)];
        return DatasetCatalog
            .In(typeof(DatasetCatalog).Assembly, study.Source.Assembly)
            .Where(card => used.Contains(card.Dataset.Id))
            .SelectMany(card => card.StandsInFor.Where(named.Contains).Select(name => (name, card.Dataset.Id)))
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
