using Cake.Frosting;

namespace Research.Build.Tasks;

[TaskName("Synthetic.Separability")]
[TaskDescription("How hard the embedded corpora are (profile quick)")]
public sealed class SyntheticSeparability : ExperimentTask<Experiments.Synthetic.Separability>;

[TaskName("Synthetic.Estimators")]
[TaskDescription("Whether pitch and formants find the truth (profile quick)")]
public sealed class SyntheticEstimators : ExperimentTask<Experiments.Synthetic.Estimators>;

[TaskName("Synthetic.Recognised")]
[TaskDescription("Whether a recogniser of people understands the synthesiser (profile paper)")]
public sealed class SyntheticRecognised : ExperimentTask<Experiments.Synthetic.Recognised>;

[TaskName("Synthetic")]
[TaskDescription("The embedded corpora, measured")]
[IsDependentOn(typeof(SyntheticSeparability))]
[IsDependentOn(typeof(SyntheticEstimators))]
[IsDependentOn(typeof(SyntheticRecognised))]
public sealed class SyntheticTask() : StudyTask("Synthetic");
