using Cake.Frosting;
using Research.Build.Tasks;
using Research.Experiments;
using Research.Pipeline;

namespace Research.Build.Tests.Tasks;

public class StudyTasksTests
{
    private static readonly TaskCatalog Catalog = Program.Tasks();

    public static TheoryData<Profile> Profiles => [.. Enum.GetValues<Profile>()];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_study_needs_its_experiments_of_every_profile_and_Reproduce_needs_every_study(Profile profile)
    {
        foreach (Study study in Studies.All)
        {
            Assert.Contains(study.Name, Catalog.DependenciesOf("Reproduce"));
            Assert.All(
                study.Experiments(profile),
                experiment => Assert.Contains(experiment.Target, Catalog.DependenciesOf(study.Name))
            );
        }
    }

    [Fact]
    public void The_experiments_of_a_study_keep_its_order() =>
        Assert.Equal(
            Studies.All[0].Experiments(Profile.Paper).Select(experiment => experiment.Target),
            Catalog.DependenciesOf(Studies.All[0].Name)
        );

    [Fact]
    public void An_experiment_that_joins_a_study_has_its_task_with_its_question_by_itself()
    {
        Study digits = Studies.All[0];
        Experiment own = new Extra { Data = [], Seeds = [] };
        Study larger = digits with { Experiments = profile => [.. digits.Experiments(profile), own] };
        TaskEntry[] entries = [.. StudyTasks.Of([larger])];
        TaskEntry task = entries.Single(entry => entry.Name == own.Target);
        Assert.Equal(own.Question, task.Description);
        Assert.Equal(own.Target, entries.Single(entry => entry.Name == digits.Name).Dependencies[^1]);
        Assert.Equal([own.Target], ((IEngineTask)task.Create()).Targets(Profile.Quick));
    }

    [Fact]
    public void An_experiment_is_a_target_of_the_engine_only_in_its_profiles()
    {
        var task = (IEngineTask)Catalog.Create("Synthetic.Recognised");
        Assert.Empty(task.Targets(Profile.Quick));
        Assert.Equal(["Synthetic.Recognised"], task.Targets(Profile.Sample));
    }

    private sealed record Extra : Experiment
    {
        public override string Question => "Does a new experiment have a task?";

        public override Measurement Tabulate(TableInputs inputs) => throw new NotSupportedException("No test runs it.");
    }
}
