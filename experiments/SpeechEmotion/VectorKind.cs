namespace Research.Experiments.SpeechEmotion;

/// <summary>What an utterance's vector holds.</summary>
internal enum VectorKind
{
    /// <summary>Mean and deviation of pyAudioAnalysis's 34 features and their changes over stretches of a second, its slips included.</summary>
    MidTermPublished,

    /// <summary>The same with its slips mended.</summary>
    MidTermCorrected,

    /// <summary>How it is spoken: <see cref="Research.Features.Prosody.ProsodicVector"/>.</summary>
    Prosodic,
}
