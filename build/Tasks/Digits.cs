using Cake.Frosting;

namespace Research.Build.Tasks;

[TaskName("Digits.Classical")]
[TaskDescription("Classifiers of one vector a recording")]
public sealed class DigitsClassical : ExperimentTask<Experiments.Digits.Classical>;

[TaskName("Digits.GmmHmm")]
[TaskDescription("Left-right GMM-HMMs over MFCC frames")]
public sealed class DigitsGmmHmm : ExperimentTask<Experiments.Digits.GmmHmm>;

[TaskName("Digits.GmmHmmGrid")]
[TaskDescription("How many states and mixtures a digit needs")]
public sealed class DigitsGmmHmmGrid : ExperimentTask<Experiments.Digits.GmmHmmGrid>;

[TaskName("Digits.SpeakerIndependent")]
[TaskDescription("Digits by a voice never heard")]
public sealed class DigitsSpeakerIndependent : ExperimentTask<Experiments.Digits.SpeakerIndependent>;

[TaskName("Digits")]
[TaskDescription("The digit study: its experiments, and every published figure beside ours")]
[IsDependentOn(typeof(DigitsClassical))]
[IsDependentOn(typeof(DigitsGmmHmm))]
[IsDependentOn(typeof(DigitsGmmHmmGrid))]
[IsDependentOn(typeof(DigitsSpeakerIndependent))]
public sealed class DigitsTask() : StudyTask("Digits");
