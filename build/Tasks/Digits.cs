using Cake.Frosting;

namespace Research.Build.Tasks;

[TaskName("Digits.Vowels")]
[TaskDescription("Pitch and formants of the vowels in one, two, three")]
public sealed class DigitsVowels : ExperimentTask<Experiments.Digits.Vowels>;

[TaskName("Digits.Histograms")]
[TaskDescription("Histograms of the first two MFCC")]
public sealed class DigitsHistograms : ExperimentTask<Experiments.Digits.Histograms>;

[TaskName("Digits.FeatureCorrelation")]
[TaskDescription("Correlations of MFCC and of mel bands")]
public sealed class DigitsFeatureCorrelation : ExperimentTask<Experiments.Digits.FeatureCorrelation>;

[TaskName("Digits.UtteranceVectors")]
[TaskDescription("Means and deviations, one vector a recording")]
public sealed class DigitsUtteranceVectors : ExperimentTask<Experiments.Digits.UtteranceVectors>;

[TaskName("Digits.Pca")]
[TaskDescription("Principal components of the vectors")]
public sealed class DigitsPca : ExperimentTask<Experiments.Digits.Pca>;

[TaskName("Digits.Classical")]
[TaskDescription("Classifiers of one vector a recording")]
public sealed class DigitsClassical : ExperimentTask<Experiments.Digits.Classical>;

[TaskName("Digits.Mlp")]
[TaskDescription("Perceptrons of two and of twenty layers")]
public sealed class DigitsMlp : ExperimentTask<Experiments.Digits.Mlp>;

[TaskName("Digits.SineToCosine")]
[TaskDescription("Recurrent nets that turn a sine into a cosine")]
public sealed class DigitsSineToCosine : ExperimentTask<Experiments.Digits.SineToCosine>;

[TaskName("Digits.GmmHmm")]
[TaskDescription("Left-right GMM-HMMs over MFCC frames")]
public sealed class DigitsGmmHmm : ExperimentTask<Experiments.Digits.GmmHmm>;

[TaskName("Digits.GmmHmmGrid")]
[TaskDescription("How many states and mixtures a digit needs")]
public sealed class DigitsGmmHmmGrid : ExperimentTask<Experiments.Digits.GmmHmmGrid>;

[TaskName("Digits.Lstm")]
[TaskDescription("LSTM over MFCC frames: plain, regularised, stopped early")]
public sealed class DigitsLstm : ExperimentTask<Experiments.Digits.Lstm>;

[TaskName("Digits.LstmGrid")]
[TaskDescription("How large an LSTM, how much dropout and L2")]
public sealed class DigitsLstmGrid : ExperimentTask<Experiments.Digits.LstmGrid>;

[TaskName("Digits.BiLstm")]
[TaskDescription("An LSTM that also runs backwards")]
public sealed class DigitsBiLstm : ExperimentTask<Experiments.Digits.BiLstm>;

[TaskName("Digits.Packing")]
[TaskDescription("Packed against padded sequences, timed")]
public sealed class DigitsPacking : ExperimentTask<Experiments.Digits.Packing>;

[TaskName("Digits.SpeakerIndependent")]
[TaskDescription("Digits by a voice never heard")]
public sealed class DigitsSpeakerIndependent : ExperimentTask<Experiments.Digits.SpeakerIndependent>;

[TaskName("Digits")]
[TaskDescription("The digit study: its experiments, and every published figure beside ours")]
[IsDependentOn(typeof(DigitsVowels))]
[IsDependentOn(typeof(DigitsHistograms))]
[IsDependentOn(typeof(DigitsFeatureCorrelation))]
[IsDependentOn(typeof(DigitsUtteranceVectors))]
[IsDependentOn(typeof(DigitsPca))]
[IsDependentOn(typeof(DigitsClassical))]
[IsDependentOn(typeof(DigitsMlp))]
[IsDependentOn(typeof(DigitsSineToCosine))]
[IsDependentOn(typeof(DigitsGmmHmm))]
[IsDependentOn(typeof(DigitsGmmHmmGrid))]
[IsDependentOn(typeof(DigitsLstm))]
[IsDependentOn(typeof(DigitsLstmGrid))]
[IsDependentOn(typeof(DigitsBiLstm))]
[IsDependentOn(typeof(DigitsPacking))]
[IsDependentOn(typeof(DigitsSpeakerIndependent))]
public sealed class DigitsTask() : StudyTask("Digits");
