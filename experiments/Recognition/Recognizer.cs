using Research.Data;

namespace Research.Experiments.Recognition;

/// <summary>A trained model with the way from a recording to its classes: the same features, scaled the same way, as in its training.</summary>
/// <remarks>Each kind declares itself as a <see cref="ModelKind"/> in its own file, so that <see cref="ModelFiles"/> can read it back.</remarks>
public abstract class Recognizer(ModelCard card)
{
    public ModelCard Card { get; } = card;

    /// <summary>Which kind, as the file says it.</summary>
    public abstract string Kind { get; }

    /// <summary>Probability of each class, in the card's order. Bit for bit what the training's own path gives.</summary>
    /// <exception cref="Numerics.ResearchException">The recording cannot be brought to the features, such as one of an odd sample rate.</exception>
    public abstract double[] Probabilities(Waveform waveform);

    /// <summary>What was learned, as an experiment keeps it: the settings stand in the experiment.</summary>
    public byte[] ToTrainedFile() => TrainedFile.Write(Card, WriteWeights);

    /// <summary>What the features and the model are made with, as JSON can hold it.</summary>
    internal abstract object Settings { get; }

    /// <summary>Everything that was learned.</summary>
    internal abstract void WriteWeights(BinaryWriter writer);
}
