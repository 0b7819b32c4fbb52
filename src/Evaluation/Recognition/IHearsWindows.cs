using Research.Data;

namespace Research.Evaluation.Recognition;

/// <summary>A recogniser that hears a recording of any length window after window; its answer to the whole is the vote of the windows.</summary>
public interface IHearsWindows
{
    /// <summary>Length of a window: that of the recordings that the model learned from.</summary>
    double WindowSeconds { get; }

    /// <summary>Answers to the windows, one after another; <see cref="WindowVote.Of"/> makes one of them.</summary>
    /// <exception cref="Numerics.ResearchException">The features cannot be computed from the recording.</exception>
    IReadOnlyList<WindowAnswer> Windows(Waveform waveform);
}

/// <summary>What a model says of one window.</summary>
public sealed record WindowAnswer(double StartSeconds, double EndSeconds, Answer Answer);
