using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A trained model with the way from a recording to its classes: the same features, scaled the same way, as in its training.</summary>
/// <remarks>Each kind declares itself as a <see cref="ModelKind"/> in its own file, so that <see cref="ModelFiles"/> can read it back.</remarks>
/// <param name="card">What the model is.</param>
/// <param name="kind">Which kind, as the file says it.</param>
/// <param name="settings">What the features and the model are made with, as JSON can hold it.</param>
public abstract class Recognizer(ModelCard card, string kind, object settings)
{
    public ModelCard Card { get; } = card;

    public string Kind => kind;

    public object Settings => settings;

    /// <summary>What its training's recordings were like; null where its own measure of familiarity has to do.</summary>
    internal Background? Background { get; set; }

    /// <summary>
    /// Probability of each class, and how familiar the recording is. Bit for bit what the training's own path gives, but for networks with attention: their sums over a batch
    /// that is filled up to its longest recording differ by 1e-6 at most (ADR 16).
    /// </summary>
    /// <exception cref="Numerics.ResearchException">The features cannot be computed from the recording.</exception>
    public Answer Answer(Waveform waveform)
    {
        Answer own = AnswerAlone(waveform);
        return Background is { } known ? own with { Background = FamiliarityUnder(known, waveform) } : own;
    }

    /// <summary>Probability of each class, in the card's order, as <see cref="Answer"/> gives it.</summary>
    public double[] Probabilities(Waveform waveform) => Answer(waveform).Probabilities;

    /// <summary>As <see cref="Answer"/>, without what the background says.</summary>
    protected abstract Answer AnswerAlone(Waveform waveform);

    /// <summary>Everything that was learned, but the background.</summary>
    public abstract void WriteWeights(BinaryWriter writer);

    // What heard windows knows how windows are, not how whole songs are: the mean over the windows, as of its own measure.
    private double FamiliarityUnder(Background known, Waveform waveform) =>
        this is IHearsWindows windows
            ? OrderedSum.Mean([
                .. WindowVote
                    .Cut(waveform, windows.WindowSeconds)
                    .Select(cut => known.FamiliarityOf(Background.StatisticsOf(cut.Window))),
            ])
            : known.FamiliarityOf(Background.StatisticsOf(waveform));
}
