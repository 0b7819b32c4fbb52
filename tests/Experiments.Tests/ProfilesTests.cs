using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Experiments.Digits;
using Research.Experiments.FilmEmotion;
using Research.Experiments.GenreAffect;
using Research.Experiments.SpeechEmotion;
using Research.Pipeline;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Experiments.Tests;

/// <summary>What the studies hold in each profile.</summary>
public class ProfilesTests
{
    public static TheoryData<Profile> All => [.. Enum.GetValues<Profile>()];

    // The same settings give the same fingerprint, so that what one profile trained serves the other. A ranked size without regularisation trains
    // nothing: it takes over what was trained of that size, of those that the profile has.
    [Fact]
    public void The_trials_of_profile_sample_are_trials_of_profile_paper()
    {
        HashSet<string> paper = [.. TrialsOf(Profile.Paper).Select(DigestOf)];
        TrialTarget[] sample = [.. TrialsOf(Profile.Sample)];
        Assert.NotEmpty(sample);
        Assert.True(sample.Length < paper.Count / 2);
        IEnumerable<TrialTarget> others = sample.Where(trial => !paper.Contains(DigestOf(trial)));
        Assert.Empty(
            others.Where(trial => trial.Trial is not RankedSizeTrial { Dropout: 0, WeightDecay: 0 }).Select(trial => trial.Name)
        );
    }

    // An experiment that forgets profile full would run its quick settings there.
    [Fact]
    public void The_trials_of_profile_paper_are_trials_of_profile_full_too()
    {
        HashSet<string> full = [.. TrialsOf(Profile.Full).Select(DigestOf)];
        Assert.Empty(TrialsOf(Profile.Paper).Where(trial => !full.Contains(DigestOf(trial))).Select(trial => trial.Name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_study_holds_exactly_the_experiments_that_are_written_beside_it(Profile profile)
    {
        Type[] written =
        [
            .. typeof(Studies).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Experiment)) && !type.IsAbstract),
        ];
        Assert.All(written, type => Assert.True(type.IsAssignableTo(typeof(IStudyExperiment)), $"{type} is found by no study."));
        Experiment[] found = [.. Studies.All.SelectMany(study => study.Experiments(profile))];
        Assert.Equal(found.Length, found.Select(experiment => experiment.Target).Distinct().Count());
        string[] expected =
        [
            .. written
                .Where(type => InOf(type, profile) is not null)
                .Select(type => type.FullName!)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(expected, found.Select(experiment => experiment.GetType().FullName!).Order(StringComparer.Ordinal));
        foreach (Study study in Studies.All)
        {
            Assert.All(study.Experiments(profile), experiment => Assert.Equal(study.Name, experiment.Study));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_two_trials_of_an_experiment_are_called_the_same(Profile profile)
    {
        foreach (Experiment experiment in Studies.All.SelectMany(study => study.Experiments(profile)))
        {
            string[] names = [.. experiment.Trials.Select(trial => trial.Description)];
            Assert.Equal(names.Distinct(), names);
        }
    }

    [Fact]
    public void There_are_seven_kinds_of_models() =>
        Assert.Equal(
            new[]
            {
                AttentionRecognizer.KindName,
                FilmRecognizer.KindName,
                GenreRecognizer.KindName,
                HmmRecognizer.KindName,
                LstmRecognizer.KindName,
                MatrixClassifier.KindName,
                VectorRecognizer.KindName,
            }.Order(StringComparer.Ordinal),
            Studies.ModelKinds.Select(kind => kind.Name)
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Every_exported_model_is_kept_by_a_trial_of_its_experiment(Profile profile)
    {
        Experiment[] exporting =
        [
            .. Studies.All.SelectMany(study => study.Experiments(profile)).Where(experiment => experiment is IExportsModels),
        ];
        Assert.Equal(6, exporting.Length);
        foreach (Experiment experiment in exporting)
        {
            IReadOnlyList<ExportedModel> models = ((IExportsModels)experiment).Models();
            Assert.True(models.Count > 0 || profile == Profile.Sample, experiment.Target); // a sample may train none that is kept
            Assert.Equal(models.Select(model => model.Name).Distinct(), models.Select(model => model.Name));
            Assert.All(
                models,
                model => Assert.Contains(model.Trial.Description, experiment.Trials.Select(trial => trial.Description))
            );
            Assert.All(models, model => Assert.True(Keeps(model.Trial), model.Trial.Description));
            Assert.All(models, model => Assert.Equal(model.Settings.GetType(), KindOf(model).Settings));
        }
    }

    private static IEnumerable<TrialTarget> TrialsOf(Profile profile) =>
        TargetGraph.Of(new Catalogue(), profile).All.OfType<TrialTarget>();

    private static string DigestOf(Target target) => Fingerprinter.SettingsLeaf(target).Digest;

    private static object? InOf(Type type, Profile profile) =>
        profile == Profile.Full
            ? type.GetMethod(nameof(IStudyExperiment.Full), [])?.Invoke(null, []) ?? InOf(type, Profile.Paper)
            : type.GetMethod(nameof(IStudyExperiment.In), [typeof(Profile)])!.Invoke(null, [profile]);

    private static ModelKind KindOf(ExportedModel model) => Studies.ModelKinds.Single(kind => kind.Name == model.Kind);

    private static bool Keeps(Trial trial) =>
        trial switch
        {
            HmmTrial hmm => hmm.KeepsModel,
            RecurrentTrial net => net.KeepsModel,
            VectorTrial vector => vector.KeepsModel,
            PretrainedVectorsTrial pretrained => pretrained.Trained.KeepsModel,
            AttentionTrial net => net.KeepsModel,
            ImageNetworkTrial net => net.KeepsModel,
            _ => false,
        };
}
