using Cake.Frosting;
using Research.Pipeline;

namespace Research.Build.Tasks;

/// <summary>The tasks of the catalogue: one a study, one an experiment of any profile. A new experiment has its task by being in its study.</summary>
internal static class StudyTasks
{
    /// <summary>The experiments of each study in its order, then the study, on which Reproduce depends.</summary>
    public static IEnumerable<TaskEntry> Of(IEnumerable<Study> studies) => studies.SelectMany(Of);

    private static IEnumerable<TaskEntry> Of(Study study)
    {
        IGrouping<string, (Profile Profile, Experiment Experiment)>[] experiments =
        [
            .. Enum.GetValues<Profile>()
                .SelectMany(profile => study.Experiments(profile).Select(experiment => (profile, experiment)))
                .GroupBy(item => item.experiment.Target),
        ];
        return experiments
            .Select(group => Entry(group.Key, group.First().Experiment.Question, [.. group.Select(item => item.Profile)]))
            .Append(Entry(study, [.. experiments.Select(group => group.Key)]));
    }

    private static TaskEntry Entry(string target, string question, Profile[] profiles) =>
        new()
        {
            Name = target,
            Description = question,
            Dependencies = [],
            DependeeOf = [],
            Create = () => new ExperimentTask(target, profiles),
        };

    private static TaskEntry Entry(Study study, string[] experiments) =>
        new()
        {
            Name = study.Name,
            Description =
                $"{study.Title}: its experiments{(study.Claims.All.Count > 0 ? ", and every published figure beside ours" : "")}",
            Dependencies = experiments,
            DependeeOf = [nameof(Reproduce)],
            Create = () => new StudyTask(study),
        };
}
