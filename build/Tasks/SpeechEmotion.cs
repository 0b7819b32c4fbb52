using Cake.Frosting;

namespace Research.Build.Tasks;

[TaskName("SpeechEmotion.LocalAttention")]
[TaskDescription("Attention over 36 short-term features, 60 recordings and all")]
public sealed class SpeechEmotionLocalAttention : ExperimentTask<Experiments.SpeechEmotion.LocalAttention>;

[TaskName("SpeechEmotion.AttentionBlstm")]
[TaskDescription("A BLSTM with attention over 46 features, as published and honestly")]
public sealed class SpeechEmotionAttentionBlstm : ExperimentTask<Experiments.SpeechEmotion.AttentionBlstm>;

[TaskName("SpeechEmotion.Handcrafted")]
[TaskDescription("One vector an utterance and classical classifiers")]
public sealed class SpeechEmotionHandcrafted : ExperimentTask<Experiments.SpeechEmotion.Handcrafted>;

[TaskName("SpeechEmotion.CrossCorpus")]
[TaskDescription("Trained on one corpus, tested on another")]
public sealed class SpeechEmotionCrossCorpus : ExperimentTask<Experiments.SpeechEmotion.CrossCorpus>;

[TaskName("SpeechEmotion")]
[TaskDescription("The speech-emotion study: its experiments, and every published figure beside ours")]
[IsDependentOn(typeof(SpeechEmotionLocalAttention))]
[IsDependentOn(typeof(SpeechEmotionAttentionBlstm))]
[IsDependentOn(typeof(SpeechEmotionHandcrafted))]
[IsDependentOn(typeof(SpeechEmotionCrossCorpus))]
public sealed class SpeechEmotionTask() : StudyTask("SpeechEmotion");
