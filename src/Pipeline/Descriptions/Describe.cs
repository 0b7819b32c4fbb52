using Research.Results.Folders;

namespace Research.Pipeline.Descriptions;

/// <summary>What readers of results are told of a study and of its experiments: declarations and documentation, without a run.</summary>
public static class Describe
{
    public static StudyDescription Study(Study study, Profile profile) =>
        new()
        {
            Name = study.Name,
            Title = study.Title,
            About = Documentation.Of(study.Source.Assembly).Summary(study.Source),
            Experiments = [.. study.Experiments(profile).Select(experiment => experiment.Name)],
            HasClaims = study.Claims.All.Count > 0,
            StandIns = study.StandIns,
        };

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
